"""Who speaks where a sentence tells it in a way of its own; each is right, or nobody is given."""

import pytest

from reader.analysis.findings import SURE, Actor, ActorKind, Quote, QuoteKind
from reader.analysis.pipeline import understand
from reader.analysis.speech.descriptions import Description, Presence, meant
from reader.analysis.speech.reporting import sentences
from reader.sources.plain import parse


@pytest.fixture(scope="module")
def speakers(nlp):
    """Give who speaks each quote of a text, by name, None for nobody."""

    def read(text: str) -> list[str | None]:
        analysis = understand(nlp, parse(text + "\n"))
        marked = [quote for quote in analysis.quotes if quote.kind is not QuoteKind.INDIRECT]
        return [_name(quote, analysis.actors) for quote in marked]

    return read


def _name(quote: Quote, actors) -> str | None:
    return actors[quote.speaker].name if quote.speaker else None


@pytest.mark.parametrize(
    "title", ["Capt.", "Army Capt.", "Lt. Col.", "police Sgt.", "Air Force 1st Lt.", "Det. Insp.", "Supt."]
)
def test_a_rank_that_is_cut_short_does_not_end_the_sentence(speakers, title):
    assert speakers(f"“We will go,” said {title} Daniel Prewitt, who was there.") == ["Daniel Prewitt"]
    assert speakers(f"“We will go,” {title} Daniel Prewitt said.") == ["Daniel Prewitt"]


@pytest.mark.parametrize(
    "of",
    ["president of Union No. 1, which", "who by Art. 5 of the code", "owner of Nos. 3 and 4, which"],
)
def test_a_number_does_not_begin_a_sentence(speakers, of):
    said = f"“My members are no beggars,” said Rodrigo Quispe, {of} stands for most of the miners. “We pay.”"
    assert speakers(said) == ["Rodrigo Quispe"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Lee said Bo Holm is to blame for it and accused him of “hiding behind lawyers”.", "Ann Lee"),
        ("Ann Lee said that Bo Holm will have to go, saying, “At some point he has to choose.”", "Ann Lee"),
        ("Ann Lee complained that Bo Holm is too stiff, suggesting he is “made of wood”.", "Ann Lee"),
        ("Ann Lee wrote a letter to Bo Holm asking the board to look into the “fiasco”.", "Ann Lee"),
        ("Ann Lee played down Bo Holm's comments as “just part of the game”.", "Ann Lee"),
    ],
)
def test_who_says_how_another_is_speaks_on(speakers, text, who):
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Lee told a radio station that the two mayors talked “every week, like friends.”", "Ann Lee"),
        ("Ann Lee testified that Bo Holm had answered “with a shrug.”", "Ann Lee"),
        ("Ann Lee wrote that Bo Holm said “nothing of use” at the meeting.", "Bo Holm"),
        ("Ann Lee said that Bo Holm had demanded “a full apology.”", "Bo Holm"),
    ],
)
def test_who_tells_how_others_spoke_speaks(speakers, text, who):
    assert speakers(text) == [who]


def test_who_is_shown_or_heard_saying_something_says_it(speakers):
    assert speakers("They saw footage of Ann Lee saying “it is over”.") == ["Ann Lee"]
    assert speakers("Police said Bo Holm ran into the road, shouting, “It is over!”") == ["Bo Holm"]


@pytest.mark.parametrize(
    "words",
    [
        "Ann Lee held up a sign saying “We have seen this before.”",
        "Ann Lee saw the men, who were wearing shirts that read “Settle for less.”",
        "The dispute put Ann Lee “through the wringer,” according to her lawyers in a filing.",
    ],
    ids=["sign", "shirts", "according to others"],
)
def test_what_others_write_is_not_said_by_who_is_named_beside_it(speakers, words):
    assert speakers(words) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee released a video that said, “We have the best teachers.”",
        "Ann Lee’s letter thanked Mr. Holm. “You have worked with dignity,” the letter said.",
        "In a statement, Ann Lee announced she was going. “We are sad,” the statement said.",
        "Ann Lee released a statement condemning it. “We stand with you,” read the statement.",
    ],
)
def test_a_document_gives_the_words_of_who_gave_it_out(speakers, text):
    assert speakers(text) == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“It is time,” shouted Bo Holm's introducer, actress Ann Lou Lee.", "Ann Lou Lee"),
        ("The nationalist Global Times tabloid said he had “a few fans”.", "Global Times"),
        ("One of the engineers, Ann Lee, warns that if it is built “on the cheap,” it falls.", "Ann Lee"),
        ("“This is good news,” Foreign Trade and Tourism Minister Roberto Lago said then.", "Roberto Lago"),
        ("“It has been long,” an unnamed bereaved sister writes in a message.", "an unnamed bereaved sister"),
    ],
)
def test_a_name_beside_a_noun_tells_who_speaks(speakers, text, who):
    assert speakers(text) == [who]


def test_a_sentence_that_tells_nothing_else_goes_on_with_the_last_speaker(speakers):
    text = "“He has to lead,” Ann Lee said. Instead, “he acts like a beaten man.”"
    assert speakers(text) == ["Ann Lee", "Ann Lee"]


def test_who_is_described_by_where_she_is_from_was_named_just_before(speakers):
    text = (
        "Ann Lee lives in a town that has no bank.\n\n“It is hard,” says the office clerk from Resolute Bay."
    )
    assert speakers(text) == ["Ann Lee"]


def test_an_agency_that_signs_its_report_says_nothing(speakers):
    assert speakers("“They want this,” Ann Lee told Reuters. “They may be wrong.” — Reuters") == ["Ann Lee"]


def test_the_title_of_a_work_in_another_language_is_nobodys_speech(speakers):
    assert speakers("The studio sold a work at Christie’s titled “Edmond de Belamy” for much.") == [None]


def test_the_official_may_be_a_chief(speakers):
    text = (
        "A police chief who asked not to be named called it harsh. “It is one way,” he said.\n\n"
        "The official spoke of others too. “Did they not say so in May?” the official said."
    )
    assert speakers(text) == ["a police chief", "a police chief"]


def test_a_name_before_a_noun_is_not_on_stage(speakers):
    text = "Mae Holm, a retiree, came too. The Ann Lee campaign said it would pay. “I am happy,” she said."
    assert speakers(text) == ["Mae Holm"]


def test_a_dateline_is_no_part_of_the_first_sentence(nlp):
    doc = nlp("WASHINGTON — Judge Roe told them that it was late.")
    assert doc[next(sentences(doc, 0, ())).words[0]].text == "Judge"


def test_a_body_that_has_no_name_may_speak_too(speakers):
    text = "Ann Lee has not commented, but the department said she remained “fully focused on the review”."
    assert speakers(text) == [None]


@pytest.mark.parametrize("where", ["to the ministry", "to senators"])
def test_who_calls_it_so_is_who_speaks_not_whom_she_speaks_to(speakers, where):
    assert speakers(f"Ann Lee replied {where} calling it “a mess”.") == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Bo Holm and Ann Lee said they fear a bill that, in Mr. Holm's words, “mails a check.”", "Bo Holm"),
        ("In the words of Ann Lee, the plan that Bo Holm wrote is “a corpse with a flag on it.”", "Ann Lee"),
        ("The plan is “a corpse with a flag on it,” in the words of Ann Lee.", "Ann Lee"),
        ("Ann Lee left on Monday. It was, in her words, “time to go.”", "Ann Lee"),
        ("Ann Lee said in a few words that Bo Holm was “a menace.”", "Ann Lee"),
    ],
)
def test_in_whose_words_it_is_is_who_speaks(speakers, text, who):
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    "title",
    [
        "former finance minister and party chairman",
        "deputy prime minister and minister of finance",
        "former Oregon Gov. and Rural Party Chairman",
        "director of photography",
        "President of Union Number One",
    ],
)
def test_a_name_behind_a_long_title_is_who_speaks(speakers, title):
    assert speakers(f"“It is dead,” said {title} Olaf Brandt. “Bury it.”") == ["Olaf Brandt"]
    assert speakers(f"“It is dead,” {title} Olaf Brandt said.") == ["Olaf Brandt"]


@pytest.mark.parametrize("dash", ["—", "–", "--"])
def test_words_are_surely_whose_name_stands_below_them_behind_a_dash(nlp, dash):
    text = (
        "Helena Cruz and Roland Beck met in Lima.\n\nMany claims were made.\n\n“Nobody pays a tax.”\n\n"
        "{0} Roland Beck.\n\nThat is complex.\n\n“I went there before the crash.”\n\n{0} Cruz\n\nIt is so."
    )
    analysis = understand(nlp, parse(text.format(dash)))
    assert [_name(quote, analysis.actors) for quote in analysis.quotes] == ["Roland Beck", "Helena Cruz"]
    assert min(quote.confidence for quote in analysis.quotes) >= SURE


def test_a_paragraph_that_tells_something_behind_a_dash_signs_nothing(speakers):
    text = "Helena Cruz was there.\n\n“Nobody pays.”\n\n— Roland Beck left the hall then."
    assert speakers(text) != ["Roland Beck"]


@pytest.mark.parametrize("when", ["", " on Monday"])
def test_who_goes_on_behind_what_he_said_of_others_is_still_he(speakers, when):
    text = f"Ann Lee and Bo Holm will meet next week, Per Dahl said{when}, adding, “They need to sit down.”"
    assert speakers(text) == ["Per Dahl"]


def test_somebody_who_is_named_with_the_word_is_one_with_the_name(nlp):
    text = "“We want a road,” said a farmer named Paul Horn. “Nobody listens.”\n\nHorn went home."
    analysis = understand(nlp, parse(text))
    assert {_name(quote, analysis.actors) for quote in analysis.quotes} == {"Paul Horn"}
    assert [actor.name for actor in analysis.actors.values()] == ["Paul Horn"]


def test_one_adviser_who_opens_a_paragraph_speaks_in_it(speakers):
    text = (
        "President Peter Rudd met his cabinet on Monday. Commerce Secretary Karl Brandt argued for a "
        "delay.\n\nOne Rudd adviser was blunt. “We cannot win this by waiting,” he said."
    )
    assert speakers(text) == ["one Rudd adviser"]


@pytest.mark.parametrize(
    "text",
    [
        "His deputy, Ann Lee, said only that “the old man has seen worse”.",
        "Ann Lee told a crew from the station filming the harbour for a series that she was “tired of it”.",
        "Ann Lee was late. She told the court that she had “lost the way”.",
        "In Hull, a nurse said that the ward had been “a disgrace”.",
        "China said the plan was “unfair”.",
        "Ann Lee called the plan “a bad joke”.",
    ],
)
def test_who_says_a_phrase_in_a_sentence_of_her_own_is_sure(nlp, text):
    (quote,) = (each for each in understand(nlp, parse(text)).quotes if each.kind is QuoteKind.PARTIAL)
    assert quote.speaker
    assert quote.confidence >= SURE


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said that Bo Holm had called the plan “a bad joke”.",
        "Ann Lee came late. The minister said that the plan was “a bad joke”.",
    ],
)
def test_a_phrase_that_another_tells_of_is_a_guess(nlp, text):
    quotes = [each for each in understand(nlp, parse(text)).quotes if each.kind is QuoteKind.PARTIAL]
    assert all(quote.confidence < SURE for quote in quotes)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The jury had earlier heard from Ann Lee, a nurse, that the ward was “in a hurry”.", "Ann Lee"),
        (
            "In his letter, a copy of which was seen by the paper, Bo Holm wrote that it was “over”.",
            "Bo Holm",
        ),
    ],
)
def test_who_is_heard_or_stands_behind_an_aside_speaks(speakers, text, who):
    assert speakers(text) == [who]


def test_a_letter_speaks_for_who_wrote_in_it(speakers):
    told = (
        "In a letter that two papers have seen, its lawyer, Ann Lee, wrote that the rules “speak of players”."
    )
    assert speakers(f"{told} “Nobody thought of it,” the letter added.") == ["Ann Lee"] * 2


def test_words_go_on_behind_a_clause_of_when_they_were_said(speakers):
    text = "“His wheat,” Ann Lee replied when she was told, “has no smell at all.”"
    assert speakers(text) == ["Ann Lee"]


def test_who_has_long_been_known_as_something_else_is_the_less_likely_meant():
    roles = {"lee": ("lawyer",), "holm": ()}
    actors = {each: Actor(each, each, ActorKind.PERSON, roles=told) for each, told in roles.items()}
    present = [Presence("lee", 1.0, 9, ""), Presence("holm", 0.9, 9, "")]
    found, is_known = meant(Description("striker"), present, actors)
    assert (max(found)[1], is_known) == ("holm", False)


def test_who_asked_asks_again_once_it_is_answered(speakers):
    asked = "“Mr. Holm, when did you know of it?” Ms. Lee asked.\n\n“In May,” he said. “I was told.”"
    told = speakers(f"Bo Holm met Ann Lee in court.\n\n{asked}\n\n“And you paid when?”\n\n“In June.”")
    assert told == ["Ann Lee", "Bo Holm", "Ann Lee", "Bo Holm"]


def test_who_is_told_of_as_asking_asks_again(speakers):
    asked = "Cross-examined by Ann Lee, he was asked why the note had been written again."
    told = speakers(
        f"Bo Holm was in court.\n\n{asked}\n\n“I tidied it,” he said.\n\n“You tidied it in June?”\n\n“I did.”"
    )
    assert told == ["Bo Holm", "Ann Lee", "Bo Holm"]


def test_a_question_that_nobody_asked_before_goes_on(speakers):
    told = speakers("“Nobody knows,” said Ann Lee, who met Bo Holm there.\n\n“Who would tell us?”")
    assert told == ["Ann Lee", "Ann Lee"]


def test_who_tells_what_another_said_speaks_on(speakers):
    told = speakers("Ann Lee met Bo Holm. “You are late,” he told her, Lee recalled. “I wanted to leave.”")
    assert told == ["Bo Holm", "Ann Lee"]
    told = speakers("Ann Lee met Bo Holm. “You are late,” she told him, according to Holm. “I waited.”")
    assert told == ["Ann Lee"]
    told = speakers("“You are late!” Bo Holm’s niece, the tailor Ann Lee, shouted to him. “I waited.”")
    assert len(set(told)) == 1


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Lee sat down.\n\n“I do not know it yet, but I will look into it.”\n\n- Bo Holm.", ["Bo Holm"]),
        ("Ann Lee wrote a message, seen by Reuters, that said: “Wire it before Friday.”", ["Ann Lee"]),
        ("The text of the message, seen by Reuters, said: “Wire it before Friday.”", [None]),
        ("“Winter is coming,” as the saying goes. “We are ready,” said Ann Lee.", [None, "Ann Lee"]),
        ("The boats of Volta Marine are late. “We are sorry,” a company spokeswoman said.", ["Volta Marine"]),
        ("Ann Lee heard a trucker hauling hay to the springs, who reported “a white Ford”.", ["a trucker"]),
    ],
)
def test_who_gives_words_is_no_one_beside_them(speakers, text, who):
    assert speakers(text) == who


def test_whoever_confirms_that_something_was_there_says_what_follows(speakers):
    told = speakers(
        "Renato Ferraz, the minister, confirmed on Monday that an operation had existed but said it had been "
        "authorised by the previous government and halted “the day I learned of it”. He declined to say more."
    )
    assert told == ["Renato Ferraz"]


@pytest.mark.parametrize(
    "words",
    [
        "“That is untrue,” Bo Holm shot back.",
        "“You never read it,” said Bo Holm.",
    ],
)
def test_who_is_answered_back_speaks_next(speakers, words):
    text = f"“He knew it,” said Ann Lee.\n\n{words}\n\n“Then publish the letters.”\n\n“They are lost.”"
    assert speakers(text) == ["Ann Lee", "Bo Holm", "Ann Lee", "Bo Holm"]


def test_you_is_for_nobody_who_spoke_before_the_reporter_told_more(speakers):
    text = (
        "“He knew it,” said Ann Lee.\n\nRain fell on the crowd.\n\n“You could smell it,” said Bo Holm.\n\n"
        "“I ran.”"
    )
    assert speakers(text) == ["Ann Lee", "Bo Holm", "Bo Holm"]


def test_a_source_without_a_name_is_nobody_else(speakers):
    text = (
        "A spokesman for the club said Bo Holm had its “support”. One senior source was less kind. "
        "“He is finished,” the source said."
    )
    assert speakers(text)[-1] in (None, "the source", "one senior source")


def test_who_tells_of_somebody_by_name_is_somebody_else(speakers):
    told = "Terje Aune picks the team. Kofi Mensah, the keeper, was at fault for six goals and stays."
    said = "“I dropped a man once, and he was my cousin,” he said. “Kofi has won us more than I have.”"
    assert speakers(f"{told}\n\n{said}") == ["Terje Aune"]


def test_words_behind_a_paragraph_about_somebody_are_not_hers_where_they_tell_of_her(speakers):
    text = "Artist Ann Lee drew the pictures.\n\n“I am glad that Ann wanted to do this book with me.”"
    assert speakers(text) == [None]


@pytest.mark.parametrize("words", ["He said, ‘Good luck, Bo.’", "I am called Holm, so I am a scheme."])
def test_who_tells_how_he_is_called_still_speaks(speakers, words):
    assert speakers(f"Bo Holm has been in prison since May.\n\n“{words}” he said.") == ["Bo Holm"]
