"""Meetings in the releases of ministries and in posts: long titles, who leads which side, where and when it was."""

import pytest

from transforms.extract import extract
from transforms.records import Document, Meeting

_PUBLISHED = "2026-03-10T10:00:00"

REPORTS = [
    (
        "the ministry of a deputy's title is his field, whatever branch he deals with",
        "The State Secretary for Security Policy of the Ministry of Foreign Affairs of Hungary, Balint Orsos, met the "
        "Japanese Foreign Minister Kenji Morita in Tokyo on 9 March. ",
        [
            "2026-03-09 HU+JP JP Balint Orsos/HU/deputy_minister/foreign_affairs, Kenji "
            "Morita/JP/minister/foreign_affairs"
        ],
    ),
    (
        "a minister at another state's ministry is that state's",
        "Peruvian Foreign Minister Rosa Huaman met in Lima on 9 March with the Minister of State at the UK's Foreign, "
        "Commonwealth and Development Office, Lord Robert Hale.",
        ["2026-03-09 GB+PE PE Rosa Huaman/PE/minister/foreign_affairs, Robert Hale/GB/minister/foreign_affairs"],
    ),
    (
        "FM is a foreign minister, and of two fields the first counts",
        "FM of Denmark Torben Lykke met Namibian Mines and Energy Minister Tom Haufiku in Copenhagen on 9 March.",
        ["2026-03-09 DK+NA DK Torben Lykke/DK/minister/foreign_affairs, Tom Haufiku/NA/minister/energy"],
    ),
    (
        "initials begin a name, and Jan is a name before a name",
        "Indian External Affairs Minister S. Rajan met the Deputy Foreign Minister of Czechia, Jan Novotny, in Prague "
        "on 9 March.",
        ["2026-03-09 CZ+IN CZ S. Rajan/IN/minister/foreign_affairs, Jan Novotny/CZ/deputy_minister/foreign_affairs"],
    ),
    (
        "a rank with its bracket is a style",
        "Peruvian Defence Minister Gen. (ret.) Hugo Paredes met his Nepalese counterpart, Amb. Maya Thapa, in Lima on "
        "9 March.",
        ["2026-03-09 NP+PE PE Hugo Paredes/PE/minister/defence, Maya Thapa/NP/minister/defence"],
    ),
    (
        "a state's leader is its head, any other leader nobody",
        "Special envoy of Peru Hugo Paredes met the Cuban leader, Raul Pino, in Havana on 9 March. He also met its "
        "leader, Ana Diaz, of the Dawn movement.",
        ["2026-03-09 CU+PE CU Hugo Paredes/PE/envoy, Raul Pino/CU/head_of_state"],
    ),
    (
        "who signs for a state is of it",
        "Nepal and Peru signed a memorandum on tourism in Lima on 9 March. It was signed by Foreign Minister "
        "Arun Thapa for Nepal and Foreign Minister Rosa Huaman for Peru.",
        ["2026-03-09 NP+PE PE Arun Thapa/NP/minister/foreign_affairs, Rosa Huaman/PE/minister/foreign_affairs"],
    ),
    (
        "the last line of a release says whose ministry speaks",
        "Foreign Secretary Usman Qazi received the Foreign Minister of Nepal, Arun Thapa, on 9 March. They discussed "
        "trade between Pakistan and Nepal.\nIslamabad\n10 March 2026",
        ["2026-03-09 NP+PK None Usman Qazi/PK/deputy_minister/foreign_affairs, Arun Thapa/NP/minister/foreign_affairs"],
    ),
    (
        "two who led their respective sides both took part",
        "Nepal and Peru held the third session of their Political Consultations in Lima on 9 March. Foreign Minister "
        "Arun Thapa of Nepal and Foreign Minister Rosa Huaman of Peru led their respective sides.",
        ["2026-03-09 NP+PE PE Arun Thapa/NP/minister/foreign_affairs, Rosa Huaman/PE/minister/foreign_affairs"],
    ),
    (
        "styles stand between a call and on whom it was",
        "Nepalese Foreign Minister Arun Thapa called in Lima on H.E. Ms. Rosa Huaman, Minister of Justice of "
        "Peru, on 9 March. ",
        ["2026-03-09 NP+PE PE Arun Thapa/NP/minister/foreign_affairs, Rosa Huaman/PE/minister/justice"],
    ),
    (
        "a capital told by its state is a place",
        "Nepalese Foreign Minister Arun Thapa met his Danish counterpart Torben Lykke in the Qatari capital on 9 "
        "March.",
        ["2026-03-09 DK+NP QA Arun Thapa/NP/minister/foreign_affairs, Torben Lykke/DK/minister/foreign_affairs"],
    ),
    (
        "meetings announced together have the place and the day of the announcement",
        "Nepalese President Arun Thapa held several meetings on the margins of the summit in the Ethiopian "
        "capital on 8 March. He first met Danish Prime Minister Torben Lykke, with whom he reviewed trade. In a "
        "separate meeting, Thapa and the President of Peru, Rosa Huaman, discussed tourism.",
        [
            "2026-03-08 DK+NP ET Arun Thapa/NP/head_of_state, Torben Lykke/DK/head_of_government",
            "2026-03-08 NP+PE ET Arun Thapa/NP/head_of_state, Rosa Huaman/PE/head_of_state",
        ],
    ),
    (
        "who only signs at the talks of others came along, and who also attended was there",
        "Nepal and Peru signed a memorandum on defence in Lima on 9 March. It was signed by Nepalese Defence "
        "Minister Maya Rai and her Peruvian counterpart, Hugo Paredes, after the delegations met. Nepalese "
        "Foreign Minister Arun Thapa and Peruvian Foreign Minister Rosa Huaman co-chaired the talks in Lima on 9 "
        "March, which Peruvian Interior Minister Ana Diaz also attended.",
        [
            "2026-03-09 NP+PE PE Arun Thapa/NP/minister/foreign_affairs, Rosa Huaman/PE/minister/foreign_affairs, "
            "Ana Diaz/PE/minister/interior, Maya Rai/NP/minister/defence, Hugo Paredes/PE/minister/defence"
        ],
    ),
    (
        "posts leave out who writes",
        "Posts of Kenya's Foreign Minister, Mutuku Mwangi, of this week.\nMar 2 – Honoured to host in Nairobi my "
        "brother Abdi Hassan, Foreign Minister of #Somalia.\nMar 4 – Excellent phone call with Foreign Minister "
        "Arun Thapa of Nepal on trade.\nToday I met Danish Foreign Minister Torben Lykke.",
        [
            "2026-03-02 KE+SO KE Mutuku Mwangi/KE/minister/foreign_affairs, Abdi Hassan/SO/minister/foreign_affairs",
            "2026-03-04 KE+NP None Mutuku Mwangi/KE/minister/foreign_affairs, Arun Thapa/NP/minister/foreign_affairs",
            "2026-03-10 DK+KE None Mutuku Mwangi/KE/minister/foreign_affairs, Torben Lykke/DK/minister/foreign_affairs",
        ],
    ),
    (
        "the visiting minister goes on being the minister, and where he was",
        "Tarik Suwan, Minister of Foreign Affairs of Thailand, paid a visit to Bhutan. On 8 March the Minister held "
        "talks in Thimphu with Tandin Dorji, Minister for Foreign Affairs of Bhutan. On 9 March the Minister paid a "
        "courtesy call on Tshering Penjor, Prime Minister of Bhutan.",
        [
            "2026-03-08 BT+TH BT Tarik Suwan/TH/minister/foreign_affairs, Tandin Dorji/BT/minister/foreign_affairs",
            "2026-03-09 BT+TH BT Tarik Suwan/TH/minister/foreign_affairs, Tshering Penjor/BT/head_of_government",
        ],
    ),
    (
        "whom somebody met in another city was met apart, on another day",
        "Peruvian Foreign Minister Rosa Huaman met German Chancellor Jonas Weber in Berlin on 2 March and "
        "Italian President Paolo Conti in Rome on 4 March.",
        [
            "2026-03-02 DE+PE DE Rosa Huaman/PE/minister/foreign_affairs, Jonas Weber/DE/head_of_government",
            "2026-03-04 IT+PE IT Rosa Huaman/PE/minister/foreign_affairs, Paolo Conti/IT/head_of_state",
        ],
    ),
    (
        "several counterparts hold the offices told before them, in order",
        "Foreign Minister Kenji Morita and Defence Minister Taro Sato of Japan met with their Australian "
        "counterparts Penny Walsh and Richard Moore in Tokyo on 9 March.",
        [
            "2026-03-09 AU+JP JP Kenji Morita/JP/minister/foreign_affairs, Taro Sato/JP/minister/defence, Penny "
            "Walsh/AU/minister/foreign_affairs, Richard Moore/AU/minister/defence"
        ],
    ),
    (
        "two states held what is called a meeting of their ministers, and who came for each opens its sentence",
        "JAKARTA - Indonesia and Australia held the ninth Foreign and Defence Ministers' Meeting on 9 March, the "
        "third to be hosted by Jakarta. The Indonesian side was represented by Foreign Minister Wulan Sari. From "
        "Australia came Foreign Minister Penny Walsh. Before the meeting, Minister Sari had breakfast with "
        "Minister Walsh.",
        [
            "2026-03-09 AU+ID ID Wulan Sari/ID/minister/foreign_affairs, Penny Walsh/AU/minister/foreign_affairs",
            "2026-03-09 AU+ID ID Wulan Sari/ID/minister/foreign_affairs, Penny Walsh/AU/minister/foreign_affairs",
        ],
    ),
    (
        "a numbered release of one's own minister abroad: who invited him and whom he called on are of the state "
        "visited",
        "1. External Affairs Minister Ravi Menon paid an official visit to Seychelles on 8 March 2026 at the "
        "invitation of H.E. Mrs. Danielle Savy, Secretary of State for Foreign Affairs.\n2. On 8 March, the "
        "Minister and the Secretary of State co-chaired in Victoria the India-Seychelles Joint Commission.\n3. "
        "The Minister called on the President of Seychelles, H.E. Mr. Antoine Pool, on 9 March. He also called "
        "on Speaker of the National Assembly Mr. Nicholas Rene on 9 March.",
        [
            "2026-03-08 IN+SC SC Ravi Menon/IN/minister/foreign_affairs, Danielle "
            "Savy/SC/deputy_minister/foreign_affairs",
            "2026-03-09 IN+SC SC Ravi Menon/IN/minister/foreign_affairs, Antoine Pool/SC/head_of_state",
            "2026-03-09 IN+SC SC Ravi Menon/IN/minister/foreign_affairs, Nicholas Rene/SC/speaker",
        ],
    ),
    (
        "an organisation has no ministers, and who was met then was met apart",
        "The NATO Deputy Secretary General, Carmen Iriarte, was in Kyiv on 9 March, meeting with the Ukrainian "
        "Defence Minister, Oleh Hrytsenko, and then with the Minister of Digital Transformation, Yaroslav Vdovin.",
        [
            "2026-03-09 NATO+UA UA Carmen Iriarte/NATO/official, Oleh Hrytsenko/UA/minister/defence",
            "2026-03-09 NATO+UA UA Carmen Iriarte/NATO/official, Yaroslav Vdovin/UA/minister/technology",
        ],
    ),
    (
        "a planned meeting that was called off was none",
        "Nepalese Foreign Minister Arun Thapa met Danish Foreign Minister Torben Lykke in Copenhagen on 9 March. "
        "The planned meeting with the Danish Minister of Health, Sofie Holm, was called off.",
        ["2026-03-09 DK+NP DK Arun Thapa/NP/minister/foreign_affairs, Torben Lykke/DK/minister/foreign_affairs"],
    ),
    (
        "calls told before the talks are news of the same visitor, and so is a further meeting",
        "The Minister of Foreign Affairs of Vietnam, Tran Duc Long, paid an official visit to India. Foreign "
        "Minister Long called on Prime Minister Arjun Pratap. External Affairs Minister Ravi Menon and Foreign "
        "Minister Long co-chaired the Joint Commission on 9 March 2026.\nNew Delhi\n10 March 2026",
        [
            "None IN+VN IN Tran Duc Long/VN/minister/foreign_affairs, Arjun Pratap/IN/head_of_government",
            "2026-03-09 IN+VN IN Ravi Menon/IN/minister/foreign_affairs, Tran Duc Long/VN/minister/foreign_affairs",
        ],
    ),
    (
        "who led a delegation is of its state, a third state is where they met, and the margins are another meeting",
        "The EU and Nepal held the third meeting of their Cooperation Council in Luxembourg on 9 March. It was "
        "chaired by Commissioner for Trade Lena Brandt. Foreign Minister Arun Thapa led the Nepalese delegation. "
        "In the margins of the meeting, Minister Thapa met with Commissioner for Health Jutta Salo.",
        [
            "2026-03-09 EU+NP LU Lena Brandt/EU/official, Arun Thapa/NP/minister/foreign_affairs",
            "2026-03-09 EU+NP LU Arun Thapa/NP/minister/foreign_affairs, Jutta Salo/EU/official",
        ],
    ),
    (
        "officials of several states whom somebody also met were met one by one",
        "JAKARTA, March 9. /TASS/. Russian Foreign Minister Oleg Orlov and his Indonesian counterpart Retno Sari "
        "discussed preparations for the East Asia Summit at a meeting on the sidelines of the forum on Monday. "
        "Orlov also held talks with Nepalese Vice President Maya Rai and Turkish Foreign Minister Hakan Aydin.",
        [
            "2026-03-09 ID+RU ID Oleg Orlov/RU/minister/foreign_affairs, Retno Sari/ID/minister/foreign_affairs",
            "2026-03-09 NP+RU ID Oleg Orlov/RU/minister/foreign_affairs, Maya Rai/NP/deputy_head_of_government",
            "2026-03-09 RU+TR ID Oleg Orlov/RU/minister/foreign_affairs, Hakan Aydin/TR/minister/foreign_affairs",
        ],
    ),
    (
        "a vice president without a state who opens the report is of the state where it happened",
        "The Vice President met today in Los Angeles with Prime Minister Maya Clarke of Barbados. They discussed "
        "trade.",
        ["2026-03-10 BB+US US Maya Clarke/BB/head_of_government"],
    ),
    (
        "who stands right before a verb is who did it",
        "CAIRO (Reuters) - The agreements were signed on Monday during a visit to Cairo by Cypriot President "
        "Nikos Christou, who held talks with his Egyptian counterpart Fathi Saleh.",
        ["2026-03-09 CY+EG EG Nikos Christou/CY/head_of_state, Fathi Saleh/EG/head_of_state"],
    ),
    (
        "a bracket tells only where an envoy lives, and a family name of two letters is a name",
        "ASTANA, March 9 (Xinhua) -- Chinese Premier Li Weiguo met with Kazakh President Askar Tulegen in "
        "Astana. Also on Monday, Li held talks with the Ambassador of Portugal Paulo Marques (residence in "
        "Moscow). Li will attend the meeting of the Council of Heads of State of the Shanghai Cooperation "
        "Organization.",
        [
            "2026-03-09 CN+KZ KZ Li Weiguo/CN/head_of_government, Askar Tulegen/KZ/head_of_state",
            "2026-03-09 CN+PT KZ Li Weiguo/CN/head_of_government, Paulo Marques/PT/ambassador",
        ],
    ),
    (
        "the heads of two organisations convened a conference",
        "The Chairperson of the African Union Commission, Moussa Kebede, and the Secretary-General of the United "
        "Nations, Paulo Marques, convened the Seventh Annual Conference in New York on 9 March.",
        ["2026-03-09 AFU+UN US Moussa Kebede/AFU/organization_head, Paulo Marques/UN/organization_head"],
    ),
    (
        "the ambassador to a state makes it the outlet's own, and a deputy president is his president's deputy",
        "Deputy President Rigathi Mwangi on Monday met Zhou Ping, the Chinese Ambassador to Kenya. They discussed tea.",
        ["2026-03-09 CN+KE None Rigathi Mwangi/KE/deputy_head_of_government, Zhou Ping/CN/ambassador"],
    ),
    (
        "in the report of an organisation's head a minister without a state is of the one state told",
        "The Secretary-General met yesterday in N'Djamena with Mahamat Abakar, President of Chad. The "
        "Secretary-General also had a working lunch with Prime Minister Idriss Allamine.",
        [
            "2026-03-09 TD+UN TD Mahamat Abakar/TD/head_of_state",
            "None TD+UN None Idriss Allamine/TD/head_of_government",
        ],
    ),
    (
        "the head of the nuclear watchdog is an organisation's",
        "The head of the U.N. nuclear watchdog, Rafael Molina, met Iranian Foreign Minister Hossein Amiri in "
        "Tehran on 9 March.",
        ["2026-03-09 IAEA+IR IR Rafael Molina/IAEA/organization_head, Hossein Amiri/IR/minister/foreign_affairs"],
    ),
]


def line(meeting: Meeting) -> str:
    people = ", ".join(
        "/".join(str(x) for x in (p.name, p.party, p.office.value, p.portfolio and p.portfolio.value) if x)
        for p in meeting.participants
    )
    return f"{meeting.date} {'+'.join(meeting.parties)} {meeting.country} {people}"


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in REPORTS], ids=[case[0] for case in REPORTS])
def test_a_release_names_its_meetings(text: str, expected: list[str]) -> None:
    """Each text of the table holds the meetings given with it, and no others."""
    record = extract(Document("d", text, title="Notes of the week", published=_PUBLISHED, lang="en"))

    assert [line(meeting) for meeting in record.meetings] == expected
