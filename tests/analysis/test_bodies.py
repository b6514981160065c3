"""Descriptions of bodies and countries: "the bank", "the agency", "the country"."""

import pytest
from spacy.language import Language

from reader.analysis.cast.actors import Cast
from reader.analysis.findings import SURE, ActorKind
from tests.analysis.casting import Stage


def of(nlp: Language, text: str, actor: str) -> list[str]:
    """The mentions of an actor in a text."""
    return [text[m.start : m.end] for m in Cast().read(nlp(text)).mentions if m.actor == actor]


@pytest.mark.parametrize(
    ("text", "actor", "words"),
    [
        (
            "The Bank of England kept its rate. The bank said that it would wait.",
            "bank-of-england",
            "The bank",
        ),
        (
            "The Ministry of Health was warned. The health ministry did nothing.",
            "ministry-of-health",
            "The health ministry",
        ),
        ("Finland joined NATO in 2023. The alliance has grown since.", "nato", "The alliance"),
        ("The FBI searched the house. Nobody from the agency spoke.", "fbi", "the agency"),
        ("The European Union agreed at dawn. For the bloc it was late.", "european-union", "the bloc"),
        (
            "Tamro Logistics lost a third of its value. The company blamed the strike.",
            "tamro-logistics",
            "The company",
        ),
        (
            "The march was broken up by the Carabineros, Chile’s national police. The force is proud.",
            "carabineros",
            "The force",
        ),
        (
            "Ann Holm’s father sold oats to Valley Oat Packers, which paid late. In May he sued the company.",
            "valley-oat-packers",
            "the company",
        ),
        (
            "She left the Athletes Integrity Unit in May. A lawyer praised the head of the unit.",
            "athletes-integrity-unit",
            "the unit",
        ),
        ("The Universidad Andina lent it. The university is proud.", "universidad-andina", "The university"),
        ("Nordlink, a Finnish insurer, will pay. The insurer said so.", "nordlink", "The insurer"),
        (
            "Verdana said on Monday that Tamro Minerals had lied. Nobody had asked the Canadian company.",
            "tamro-minerals",
            "the Canadian company",
        ),
        ("Zambia elected a president. Zambia is calm, and the country waits.", "zambia", "the country"),
        (
            "The House Oversight Committee met on Tuesday. The panel heard nobody.",
            "house-oversight-committee",
            "The panel",
        ),
        ("Oxfam opened a clinic. The medical charity has run two.", "oxfam", "The medical charity"),
        (
            "The United Nations sent a boat. For the world body it was late.",
            "united-nations",
            "the world body",
        ),
        ("Nordlink, an insurer, moved. He had leased the company 22 rooms.", "nordlink", "the company"),
        ("The Zambian Armed Forces came. The army built a bridge.", "zambian-armed-forces", "The army"),
        ("Nordlink Inc. lost. A union accused the company of delay.", "nordlink-inc", "the company"),
        ("The Crash Inquiry Bureau came. Nobody at the bureau spoke.", "crash-inquiry-bureau", "the bureau"),
        ("Tern Airways lost its licence. The airline will appeal.", "tern-airways", "The airline"),
        ("Copperline Inc. sued. The miner wants its money.", "copperline-inc", "The miner"),
        (
            "The Ostsee Bank pressed Tallow Foundry Co. to sell. It had lent to the company for years.",
            "tallow-foundry-co",
            "the company",
        ),
        (
            "Ann Roe, the head of Tallow Foods, met Harbour Foods. She said the company would wait.",
            "tallow-foods",
            "the company",
        ),
        (
            "Rain missed Zambia. It missed Lusaka twice. Children left Lusaka. Lorries brought water "
            "to Lusaka, and there is none in Malawi or Kenya. Nobody in the country remembers such a year.",
            "zambia",
            "the country",
        ),
    ],
)
def test_a_body_is_called_by_what_it_is(nlp: Language, text: str, actor: str, words: str) -> None:
    assert words in of(nlp, text, actor)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Altmark Bank sued Ostsee Bank on Monday. The bank was silent.", "The bank"),
        ("Zambia beat Kenya. Zambia and Kenya play again, and the country waits.", "the country"),
        ("Altmark Bank closed. The union called it a shame.", "The union"),
        ("Reuters was told so on Friday. The agency that runs the dam denied it.", "The agency"),
        ("Ostsee Bank opened in May. The bank has told the company so.", "the company"),
        ("The Department of Mineral Resources closed. The company was glad.", "The company"),
        ("Zambia is small. Zambia wants the country that it lost.", "the country"),
    ],
)
def test_where_it_may_be_another_body_it_is_left_open(nlp: Language, text: str, words: str) -> None:
    assert words not in [text[m.start : m.end] for m in Cast().read(nlp(text)).mentions]


def test_this_newspaper_is_the_one_that_tells_it(nlp: Language) -> None:
    text = "Ann Holm sings for Tamro Verde, which signed her. “I cheated,” she told this newspaper."
    assert "this newspaper" not in of(nlp, text, "tamro-verde")


def test_a_body_that_is_described_stays_on_stage(nlp: Language) -> None:
    rain = "It rained all day and nobody came. " * 80
    text = f"The Falaj Club opened in May.\n\n{rain}\n\nThe club was cold.\n\n{rain}\n\nBut the club stayed."
    assert "the club" in of(nlp, text, "falaj-club")


def test_a_body_near_by_of_no_known_sort_is_meant_before_one_far_off(nlp: Language) -> None:
    rain = "It rained all day and nobody came. " * 40
    text = f"Nordlink, an insurer, moved.\n\n{rain}\n\nHolmvik lost its head. The company was glad of it."
    assert "The company" in of(nlp, text, "holmvik")


@pytest.mark.parametrize(
    ("text", "actor", "names"),
    [
        (
            "The Justice Department sued Acme. The U.S. Department of Justice won. The DOJ said so.",
            "u-s-department-of-justice",
            ["Justice Department", "U.S. Department of Justice", "DOJ"],
        ),
        (
            "The Russian Foreign Ministry objected. The Ministry of Foreign Affairs was not heard.",
            "russian-foreign-ministry",
            ["Russian Foreign Ministry", "Ministry of Foreign Affairs"],
        ),
        (
            "The Fed met on Monday. The U.S. Federal Reserve raised rates.",
            "u-s-federal-reserve",
            ["Fed", "U.S. Federal Reserve"],
        ),
        (
            "The United Nations has promised money, said Ann Roe, who heads U.N. Women. The U.N. is late.",
            "united-nations",
            ["United Nations", "U.N."],
        ),
        (
            "The International Committee of the Red Cross flew them out. A Red Cross team met them.",
            "international-committee-of-the-red-cross",
            ["International Committee of the Red Cross", "Red Cross"],
        ),
        ("The Bundestag voted on Friday. The Bundestag was full.", "bundestag", ["Bundestag", "Bundestag"]),
    ],
)
def test_a_body_is_one_by_whatever_name(nlp: Language, text: str, actor: str, names: list[str]) -> None:
    assert of(nlp, text, actor) == names


def test_a_firm_called_like_its_head_is_not_he_where_people_have_honorifics(nlp: Language) -> None:
    text = (
        "Harlan Aero builds engines in Dayton. Mr. Baptiste, of the union, said no. Thomas Harlan IV, the "
        "chief executive, called the offer final. Harlan has denied the charge."
    )
    assert of(nlp, text, "harlan-aero") == ["Harlan Aero", "Harlan"]


@pytest.mark.parametrize(
    ("text", "other", "names"),
    [
        (
            "The Radical Party won 22 percent. The nationalist Svoboda party did not enter parliament.",
            "radical-party",
            ["Radical Party"],
        ),
        ("CNN is a network. Ms. Wahl worked for the RT America network.", "cnn", ["CNN"]),
    ],
)
def test_a_body_called_by_its_name_is_no_other_one(
    nlp: Language, text: str, other: str, names: list[str]
) -> None:
    assert of(nlp, text, other) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The results were published in Nature on Monday.", "Nature"),
        ("“I was calm,” she told The Cricketer on Monday.", "Cricketer"),
    ],
)
def test_bodies_that_the_words_before_them_prove(nlp: Language, text: str, name: str) -> None:
    stage = Stage(nlp, text)
    bodies = {actor.name: actor for actor in stage.actors.values() if actor.kind is ActorKind.ORGANISATION}
    assert set(bodies) == {name}


def test_a_club_of_a_headline_is_the_club_named_in_full_below(nlp: Language) -> None:
    text = (
        "Lakers lose again in double overtime\n\nThe Los Angeles Lakers lost on Thursday. The Lakers have "
        "now lost seven games."
    )
    assert "Lakers" in of(nlp, text, "los-angeles-lakers")
    bodies = Cast()
    bodies.read(nlp(text))
    assert "lakers" not in bodies.actors


def test_bodies_go_on_over_hyphens_and_countries(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "The Organization for Security and Co-operation in Europe said on Monday that Anti-Doping Norway had "
        "opened its own file.",
    )
    names = {actor.name for actor in stage.actors.values()}
    assert names == {"Organization for Security and Co-operation in Europe", "Anti-Doping Norway"}


def test_the_house_of_a_president_and_the_congress_of_a_country_are_no_others(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "President Obama met Democrats in Congress on Monday. The U.S. Congress has voted twice, and the "
        "Obama White House said that it would go on.",
    )
    names = {actor.name for actor in stage.actors.values()}
    assert names == {"President Obama", "Democrats", "U.S. Congress", "United States"}


def test_carriers_are_a_company(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Its owner, Straits Bulk Carriers, disputed that. The company said in a statement that its master "
        "had answered both calls.",
    )
    assert "The company" in stage.of("straits-bulk-carriers")


@pytest.mark.parametrize(
    "sentence",
    [
        "The regulator, Ofwat, fined the town on Friday.",
        "In Helsinki, the Finnish operator, Fingrid, said it could help.",
        "The paper, The Ardmore Herald, printed all of it.",
    ],
)
def test_a_body_named_behind_its_noun_is_nobody_who_was_named_before(nlp, sentence):
    stage = Stage(nlp, f"The Social Democrats walked out of the hall. {sentence}")
    assert stage.of("social-democrats") == ["Social Democrats"]


def test_an_agency_is_told_by_the_body_that_it_belongs_to_and_by_what_it_is_for(nlp):
    stage = Stage(
        nlp,
        "The International Labour Organization said that inspections were rare. The United Nations agency "
        "saw nine. UNHCR sent tents to the coast. The refugee agency said more would come. The World Bank "
        "lent money. The U.N. health agency said nothing.",
    )
    assert stage.of("international-labour-organization")[-1] == "The United Nations agency"
    assert stage.of("unhcr") == ["UNHCR", "The refugee agency"]
    assert stage.at("The U.N. health agency") is None


def test_the_childrens_agency_is_told_by_whom_it_is_for(nlp):
    stage = Stage(
        nlp,
        "UNICEF flew in water on Monday, and the World Food Programme rice. The U.N. children’s agency has "
        "forty workers there.",
    )
    assert stage.of("unicef") == ["UNICEF", "The U.N. children’s agency"]


@pytest.mark.parametrize("words", ["The automaker", "The company", "The truck maker"])
def test_a_company_is_called_by_what_it_makes(nlp: Language, words: str) -> None:
    stage = Stage(nlp, f"Halden Motors will close a plant in May. {words} said that it would pay.")
    assert words in stage.of("halden-motors")


def test_a_body_in_a_clause_is_whom_its_sentence_names(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Halden AG turned down an offer from Velmar Inc., hours after the auto parts maker lost more. "
        "Norr Nu, a news website, had it first. The site did not say who told it.",
    )
    assert "the auto parts maker" in stage.of("halden-ag")
    assert "The site" in stage.of("norr-nu")


def test_a_head_that_is_bowed_is_nobody(nlp: Language) -> None:
    stage = Stage(nlp, "Jan Holt bowed his head as she left the box.")
    assert stage.at("his head") is None


def test_a_body_is_not_fined_by_itself(nlp: Language) -> None:
    stage = Stage(nlp, "Fernside Homes changed its name. The firm was fined by the regulator last spring.")
    assert "the regulator" not in stage.of("fernside-homes")


def test_an_agency_is_known_where_its_whole_is_named_by_letters_only(nlp):
    stage = Stage(
        nlp,
        "The International Maritime Organization will send observers. The U.N. shipping agency said so. The "
        "World Health Organization sent doctors.",
    )
    assert stage.of("international-maritime-organization")[-1] == "The U.N. shipping agency"


@pytest.mark.parametrize(
    ("body", "noun"),
    [
        ("The Sahel Electric Power Corporation", "Corporation"),
        ("The Commission on Rural Debt", "Commission"),
        ("The Somali Observatory for Human Rights", "Observatory"),
    ],
)
def test_a_noun_with_a_capital_is_the_body_called_so(nlp: Language, body: str, noun: str) -> None:
    stage = Stage(nlp, f"{body} opened an office on Monday. In ten years the {noun} had built two dams.")
    actor = body.removeprefix("The ").lower().replace(" ", "-")
    assert stage.of(actor)[-1] == noun


def test_of_two_bodies_the_latest_is_called_by_the_noun_alone_which_is_a_guess(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "The Security Council met on Monday. The Human Rights Council did so, too. On Friday the Council "
        "said that it was over. The Union was silent.",
    )
    one = stage.at("Council", 3)
    assert one is not None
    assert one.actor == "human-rights-council"
    assert one.confidence < SURE


def test_the_bank_of_a_country_is_no_other_bank_of_it(nlp: Language) -> None:
    text = "The Agricultural Bank of Sudan was hit on Monday. The Bank of Sudan, its rival, was not."
    assert of(nlp, text, "bank-of-sudan")[0] == "Bank of Sudan"


def test_a_body_is_one_with_a_letter_or_its_country_more(nlp: Language) -> None:
    text = (
        "The debts of Kilima Airlines grew on Monday, and the Republicans were glad. The Kilima "
        "Airline will pay. The vote was lost by the US Republicans in Ohio."
    )
    stage = Stage(nlp, text)
    assert stage.of("kilima-airlines") == ["Kilima Airlines", "Kilima Airline"]
    assert stage.of("us-republicans") == ["Republicans", "US Republicans"]
