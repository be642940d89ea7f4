"""How dates are written in British documents, for whoever looks for them in text."""

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
# Days, and months with their year: 9 June 2026, 31.3.2027, 2026-06-09, June 2026.
DAY_OR_MONTH = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -]{MONTH},?[ -](?:\d{{4}}|\d{{2}}\b)"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|{MONTH},?[ -](?:\d{{4}}|\d{{2}}\b)"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2}\b)|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{4}\b"
    r"|(?:spring|summer|autumn|winter)(?: term)? \d{4}"
)
YEAR = r"(?:19|20)\d{2}"
