"""Whom "he", "she" and "it" mean, in what is told and in what is said."""

from spacy.language import Language

from reader.analysis.findings import MentionForm
from tests.analysis.casting import Stage


def test_pronouns_follow_gender_and_topic(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Angela Brandt met Peter Novak in Prague on Monday. She said that the talks were useful, and he "
        "thanked her for coming.",
    )
    for word, actor in (("She", "angela-brandt"), ("he", "peter-novak"), ("her", "angela-brandt")):
        found = next((m for m in stage.mentions if stage.text[m.start : m.end] == word), None)
        assert found is not None
        assert (found.actor, found.form) == (actor, MentionForm.PRONOUN)


def test_a_reflexive_is_its_subject(nlp: Language) -> None:
    stage = Stage(nlp, "Peter Novak, who had met David Stone, blamed himself for the delay.")
    assert "himself" in stage.of("peter-novak")


def test_a_possessive_may_come_before_its_name(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Robert Hale praised the deal on Monday.\n\nIn his remarks, Carlos Mendes of Spain "
        "called it a beginning.",
    )
    assert "his" in stage.of("carlos-mendes")


def test_a_new_sentence_behind_a_quotation_brings_none(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "“We owe that to Halvik,” said the chief executive, Petter N. Lunde, who flew in with the fisheries "
        "minister, Kari-Anne Moen.\n\nMs. Moen, a politician, called the fire “an attack on a coast.” She "
        "promised that Oslo would pay. The Conservatives said the minister had promised as much. “She is "
        "generous,” said Lasse Wiik, a spokesman.\n",
    )
    assert [one.actor for nth in (1, 2) if (one := stage.at("She", nth))] == ["kari-anne-moen"] * 2


def test_he_in_a_quotation_is_not_its_speaker(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Viktor Lang has led the bank for ten years.\n\n“He never listened to anybody,” said Thomas Reed, "
        "who worked with Mr. Lang.",
    )
    found = stage.at("He")
    assert found is None or found.actor == "viktor-lang"


def test_unnamed_people_keep_their_pronouns(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Maria Conti opened the hall on Sunday. A nurse from Bern said that the flood had taken her house.",
    )
    found = stage.at("her")
    assert found is None or found.confidence < 0.8


def test_it_goes_on_with_the_bank_that_spoke(nlp: Language) -> None:
    stage = Stage(nlp, "Altmark Bank said on Monday that it would pay. It declined to comment further.")
    assert stage.of("altmark-bank") == ["Altmark Bank", "it", "It"]
    stage = Stage(
        nlp, "Altmark Bank said nothing. It rained all day, and it was clear that nobody would pay."
    )
    assert stage.of("altmark-bank") == ["Altmark Bank"]


def test_it_is_no_weather_and_no_time(nlp: Language) -> None:
    stage = Stage(nlp, "Altmark Bank announced on Friday that it was time for a change. It snowed.")
    assert stage.of("altmark-bank") == ["Altmark Bank"]


def test_its_goes_up_to_the_subject_of_the_sentence(nlp: Language) -> None:
    stage = Stage(nlp, "Mexico had no intention of losing its northern province.")
    assert stage.of("mexico") == ["Mexico", "its"]


def test_a_spokeswoman_says_it_of_her_bank(nlp: Language) -> None:
    stage = Stage(nlp, "A spokeswoman for Altmark Bank said that it would look at the offer.")
    assert stage.of("altmark-bank") == ["Altmark Bank", "it"]


def test_it_wrote_is_whoever_answered(nlp: Language) -> None:
    stage = Stage(nlp, "Altmark Bank answered at once: the buyers, it wrote, were late.")
    assert stage.of("altmark-bank") == ["Altmark Bank", "it"]


def test_her_husband_keeps_the_paragraph_with_her(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Prime Minister Kyrillos Vardis has not spoken on the matter since May. Back then he told parliament "
        "that he would “not trade it for applause, from whichever side.” His office declined to comment.\n\n"
        "On the quay, Lathoula Mavrou, 52, a crane operator, was not sure what to make of it. Her husband "
        "and her brother work there too. “My brother says strike, my husband says wait,” she said, laughing.",
    )
    assert stage.of("lathoula-mavrou")[-3:] == ["Her", "her", "she"]
    assert stage.of("kyrillos-vardis")[1:] == ["he", "he", "His"]


def test_a_man_who_was_he_before_is_no_she(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Xiadun Ombe and Jorun Tabe opened the clinic. Xiadun Ombe paid for it, and he says so often.\n\n"
        "On Monday she was there as well.",
    )
    assert "she" not in stage.of("xiadun-ombe")


def test_who_leads_in_the_passive_takes_the_paragraph_over(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Mourad Saleh, the mayor, spoke to the press on Tuesday. He said that the town was safe.\n\n"
        "The rescue was led by Ali Youssef, an engineer. “We had no lights,” he said.",
    )
    assert stage.of("ali-youssef") == ["Ali Youssef", "an engineer", "he"]


def test_the_chief_of_the_company_says_it_of_the_company(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "The cable belongs to Nordlink, a Finnish company. Last week the company’s chief executive, "
        "Kaarel Tamm, said it had hired its own boat.",
    )
    assert stage.of("nordlink") == ["Nordlink", "a Finnish company", "the company", "it", "its"]


def test_he_may_be_somebody_whom_a_thing_owns(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "President Alexander Stubb was in Canada.\n\nKaarel Tamm said the boat’s captain had seen them. "
        "“He is a fisherman’s son,” Mr. Tamm said.",
    )
    assert "He" not in stage.of("alexander-stubb") + stage.of("kaarel-tamm")


def test_a_quotation_does_not_look_ahead_to_who_is_named_behind_it(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Arturo Rivas was acquitted. He thanked the judge.\n\n"
        "“He forgives us,” said Rosario Roel, whose brother Julian was shot outside his newspaper.",
    )
    assert "He" not in stage.of("julian")


def test_he_is_not_whom_he_accused(nlp: Language) -> None:
    stage = Stage(nlp, "Pat Brennan was angry with Lars Holm, whom he accused of having a bad watch.")
    assert stage.of("pat-brennan") == ["Pat Brennan", "he"]


def test_she_of_whom_it_is_said_is_she_in_the_quotation(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Yui Nakamura won on Saturday.\n\n“I told her that she was the best keeper here,” Nakamura said of "
        "Rovers captain Siobhan Walsh.",
    )
    assert stage.of("siobhan-walsh") == ["her", "she", "Siobhan Walsh"]


def test_who_said_something_goes_on_saying_it(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Hillary Marsh spoke of her concern in May. Keisha McLenn said Marsh does not show it.\n\n"
        "“It’s not something that she says all the time,” she said.\n\nShe continued: “She forgets it.”",
    )
    assert stage.of("keisha-mclenn")[-2:] == ["she", "She"]


def test_who_is_named_right_before_a_quotation_speaks_it(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Jan Holt opened the fair, as he does every year, and he was in a good mood.\n\n"
        "That is something that concerns Henry Ruiz, the president of the guild.\n\n"
        "“Nobody buys chairs now,” he said.",
    )
    assert stage.of("henry-ruiz")[-1] == "he"


def test_who_does_a_thing_is_not_whom_it_is_done_to(nlp: Language) -> None:
    stage = Stage(nlp, "Walter Stern's office denied it. Mr. Stern has never met him, said Judith Alpert.")
    him = stage.at("him")
    assert him is None or him.actor != "walter-stern"


def test_he_said_is_who_opened_the_paragraph_by_an_apposition(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "“Lima sent us a bill,” said Tomás Rivas, Chile's trade minister. “A bill is not an answer. It is an "
        "insult.”\n\nA spokesman for Peru's Ministry of External Affairs, Jorge Quispe, called the charge "
        "baseless. “We have answered every letter,” he said, adding that Lima remained open to talks.\n",
    )
    assert "he" in stage.of("jorge-quispe")
    assert "he" not in stage.of("tomas-rivas")


def test_a_speaker_of_the_next_paragraph_may_be_meant_in_the_quotation_before(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Maria Lund stayed at home on Monday. Anna Berg, a doctor, rang the paper. Ms. Berg said: “She has "
        "the flu.”\n\nMs. Lund said that it was nothing.",
    )
    she = stage.at("She")
    assert she is not None
    assert she.actor == "maria-lund"


def test_a_colon_brings_the_quotation_of_the_next_paragraph(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Anna Berg has treated Maria Lund for years. On Monday Ms. Berg said:\n\n“She has the flu again.”",
    )
    she = stage.at("She")
    assert she is not None
    assert she.actor == "maria-lund"


def test_he_may_be_a_man_whose_name_is_a_womans_elsewhere(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Andrea Bianchi scored twice. He left the field in tears.\n\n“I was tired,” he said. Maria Rossi "
        "watched him. She said that she was proud.",
    )
    assert stage.of("andrea-bianchi")[:2] == ["Andrea Bianchi", "He"]
    assert stage.of("maria-rossi") == ["Maria Rossi", "She", "she"]


def test_his_lawyer_is_not_her_own(nlp: Language) -> None:
    stage = Stage(
        nlp, "Jānis Bērziņš runs the mill. He said that Anna Berg, his lawyer, had told him to wait."
    )
    assert "his" not in stage.of("anna-berg")


def test_who_trained_her_is_another(nlp: Language) -> None:
    stage = Stage(nlp, "Kalia Yang worked nights. Ingrid Halvorsen, who trained her there, left.")
    assert stage.of("kalia-yang") == ["Kalia Yang", "her"]
    stage = Stage(nlp, "Carmen Ferrer did not answer. Ana Puig, a lawyer who represents her, said nothing.")
    assert stage.of("carmen-ferrer") == ["Carmen Ferrer", "her"]


def test_an_article_may_open_with_who_is_named_below(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "She had never been in a flood before Tuesday, and she says it was yellow.\n\nWhat she remembers "
        "is the colour of the seat.\n\n“It was moving,” Wilma Orr said. Her brother, Jonas Orr, nodded.",
    )
    assert stage.of("wilma-orr") == ["She", "she", "she", "Wilma Orr", "Her"]


def test_whom_a_pronoun_speaks_of_in_its_own_clause_is_somebody_else(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Alma Reyes sold the house in March. Karen Lowe, a neighbor, was there. She told Reyes that it was a "
        "pity.",
    )
    assert "She" in stage.of("karen-lowe")


def test_she_may_have_a_name_that_is_mostly_a_mans(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Karen Lowe sold shares in May. Tom Berg bought them. Paul Roe did not.\n\nAlex Ostberg, an "
        "analyst, cut her rating on the maker, saying that she saw no buyer.",
    )
    assert stage.of("alex-ostberg")[-2:] == ["her", "she"]


def test_a_pronoun_of_a_description_that_is_nobodys_goes_to_the_next_likely(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Marta Szabo will be heard on Friday. Hungary’s nominee was asked about dams. She drank her coffee.",
    )
    assert stage.of("marta-szabo") == ["Marta Szabo", "She", "her"]


def test_a_given_name_beyond_doubt_is_of_one_sex_until_pronouns_say_otherwise(nlp: Language) -> None:
    told = "{} told the panel on Friday that nobody would question her record."
    assert "her" not in Stage(nlp, told.format("Donald Webb")).of("donald-webb")
    assert "her" in Stage(nlp, told.format("Alex Webb")).of("alex-webb")


def test_she_may_be_the_object_that_stands_before_her_clause(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Lorna Pruitt defended the call to Caroline Brandt, who was then heard. Mr. Hale, himself a former "
        "prosecutor, pressed her on why she had waited five weeks to describe the call to anyone.",
    )
    her, she = stage.at("her"), stage.at("she")
    assert her is not None
    assert she is not None
    assert her.actor == she.actor


def test_who_was_born_under_a_name_may_bear_it(nlp: Language) -> None:
    stage = Stage(
        nlp, "Dana Fox was sure. Nell Pike saved the second shot, too.\n\nShe was born Nell Pike in Leeds."
    )
    assert "She" in stage.of("nell-pike")


def test_who_notes_something_aside_may_mean_herself(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Camille Morel and Tom Adair are both signed; Marian Haddow is not. She, Morel notes drily, has not "
        "been offered a part.",
    )
    assert "She" in stage.of("camille-morel")


def test_who_wants_a_thing_done_to_her_is_meant(nlp: Language) -> None:
    stage = Stage(nlp, "Edda Kant lost. “Carla wants the keys given to her,” said Carla Bond’s rival.")
    assert "her" in stage.of("carla-bond")


def test_he_may_look_behind_him(nlp: Language) -> None:
    stage = Stage(nlp, "Paul Guled said nothing. Then he turned to the reporters behind him.")
    assert stage.of("paul-guled") == ["Paul Guled", "he", "him"]


def test_she_may_take_things_with_her(nlp: Language) -> None:
    stage = Stage(nlp, "Edda Kant spoke first. Carla Bond drove in and brought with her a box of letters.")
    assert stage.of("carla-bond") == ["Carla Bond", "her"]


def test_who_never_told_does_not_speak_the_next_quotation(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "“I let June take the heat,” Theo Marsh says, adding that June Abbott knew, and that she never told "
        "Cass Ibarra. “She is a vault.”",
    )
    assert "She" in stage.of("june-abbott")


def test_who_has_no_name_keeps_the_pronouns_of_the_sentence(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "“We are done,” Tanya Ferris said. She left by the back door.\n\n"
        "A former colleague of both women, who insisted on anonymity because she still works for the agency, "
        "said she had trouble believing it.",
    )
    assert stage.of("tanya-ferris") == ["Tanya Ferris", "She"]


def test_he_in_his_60s_is_the_man_whom_the_words_tell(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "“We are done,” Kenji Ito said. He left by the back door.\n\n"
        "A caster in his 60s who was in the room said that he had heard nothing.",
    )
    assert stage.of("kenji-ito") == ["Kenji Ito", "He"]


def test_he_or_she_is_nobody_in_particular(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Anna Pohl, who runs the clinic, met Mark Reyes on Monday. Whoever fears that he or she was exposed "
        "should see his/her doctor, and bring him or her the letter.",
    )
    assert not [mention for mention in stage.mentions if mention.form is MentionForm.PRONOUN]


def test_who_takes_over_from_the_last_speaker_is_meant(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "President Henrik Varga, who faces voters in May, said on Sunday that he would not “shout across a "
        "border” again. But Mr. Varga's spokesman, Karl Brandt, was blunter a day later. The neighbours, he "
        "wrote in a post, “owe us for the road.”",
    )
    later = stage.text.index("he wrote in")
    assert next(m.actor for m in stage.mentions if m.start == later) == "karl-brandt"


def test_whom_the_passage_is_about_goes_on(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Maria Keller opened the bakery in 1991. She ran it with her husband for years, and she knew every "
        "customer by name.\n\nOn Friday Anna Roth, a former apprentice, brought flowers. She wept a little.",
    )
    assert [one.actor for nth in (1, 2) if (one := stage.at("She", nth))] == ["maria-keller", "anna-roth"]


def test_who_takes_over_before_the_paragraph_begins_is_meant_too(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Peter Novak built the bridge. Mr. Novak is 60. Mr. Novak blamed the ice.\n\nHenrik Varga is the "
        "mayor. Mr. Varga is 50.\n\n“The bridge is sound,” Mr. Novak wrote. “It is the ice.”\n\nIn his view "
        "of him, Mr. Varga felt sorry that the town had wished to give Mr. Novak a task too great.\n\n"
        "“It is sad that such a town should bring forth such men,” he said. “I see no other way.”",
    )
    later = stage.text.index("he said. “I")
    assert next(m.actor for m in stage.mentions if m.start == later) == "henrik-varga"


def test_who_opens_a_paragraph_without_a_name_speaks_there(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "“The duty can wait,” President Peter Rudd said. Commerce Secretary Karl Brandt had asked him to.\n\n"
        "One Rudd adviser was blunt. “We cannot win this by waiting,” he said.",
    )
    later = stage.text.index("he said")
    assert next(m.actor for m in stage.mentions if m.start == later) == "one-rudd-adviser"


def test_a_name_set_beside_a_noun_is_a_given_name(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Rosa Quispe, who sells bread, said her two sons were on strike. The elder, Luis, has worked "
        "underground for 19 years.\n\nThey will not give in now, she said.",
    )
    assert stage.of("rosa-quispe") == ["Rosa Quispe", "her", "she"]


def test_who_is_told_in_a_clause_beside_is_not_just_introduced_to_speak(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "The coach of Harlow, Sergio Braun, whose brother Peter keeps the gate, was careful.\n\n"
        "“I am sorry for them,” he said. “But I would lie if I told you that I wept.”",
    )
    assert "he" in stage.of("sergio-braun")


def test_whoever_it_may_be_is_nobody(nlp: Language) -> None:
    for text in (
        "Peter Novak read the rules. A player may cancel his contract when he has been hurt.",
        "Peter Novak was firm. If a guest is late, his room is given away, said Mr. Novak.",
        "Peter Novak read the rules. Every player must pay for his own shirt.",
    ):
        stage = Stage(nlp, text)
        assert stage.at("his") is None
    specific = Stage(nlp, "Peter Novak fell. A player may have hurt his knee, the club said of Mr. Novak.")
    assert specific.at("his") is not None


def test_somebody_named_in_a_rule_may_be_meant(nlp: Language) -> None:
    stage = Stage(nlp, "A judge may still free Peter Novak if he pays.")
    assert "he" in stage.of("peter-novak")
