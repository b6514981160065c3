"""What the parts of the reading screen build on."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app.desk import Desk

    Part = Desk
else:

    class Part:
        """A desk, which only the reading screen is in the end.

        Textual reads every class of a screen through when it is made; so its parts are none.
        """
