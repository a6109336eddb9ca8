"""What an ad hoc query may call: what Neo4j 5.26 and the embedded engine both have.

An engine may have functions that sleep, read files or call other machines, and new ones with each
version; so what may be called is listed.
"""

from __future__ import annotations

from ontology import QueryError

__all__ = ["FUNCTIONS", "PROCEDURES", "refuse_call"]

FUNCTIONS = frozenset(
    [
        "abs",
        "acos",
        "all",
        "any",
        "asin",
        "atan",
        "atan2",
        "avg",
        "btrim",
        "ceil",
        "char_length",
        "character_length",
        "coalesce",
        "collect",
        "cos",
        "cot",
        "count",
        "date",
        "date.realtime",
        "date.statement",
        "date.transaction",
        "date.truncate",
        "datetime",
        "datetime.fromepoch",
        "datetime.fromepochmillis",
        "datetime.realtime",
        "datetime.statement",
        "datetime.transaction",
        "datetime.truncate",
        "degrees",
        "duration",
        "duration.between",
        "duration.indays",
        "duration.inmonths",
        "duration.inseconds",
        "e",
        "elementid",
        "endnode",
        "exists",
        "exp",
        "floor",
        "haversin",
        "head",
        "id",
        "isempty",
        "isnan",
        "keys",
        "labels",
        "last",
        "left",
        "length",
        "localdatetime",
        "localdatetime.realtime",
        "localdatetime.statement",
        "localdatetime.transaction",
        "localdatetime.truncate",
        "localtime",
        "localtime.realtime",
        "localtime.statement",
        "localtime.transaction",
        "localtime.truncate",
        "log",
        "log10",
        "lower",
        "ltrim",
        "max",
        "min",
        "nodes",
        "none",
        "normalize",
        "nullif",
        "percentilecont",
        "percentiledisc",
        "pi",
        "point",
        "point.distance",
        "point.withinbbox",
        "properties",
        "radians",
        "rand",
        "randomuuid",
        "range",
        "reduce",
        "relationships",
        "replace",
        "reverse",
        "right",
        "round",
        "rtrim",
        "sign",
        "sin",
        "single",
        "size",
        "split",
        "sqrt",
        "startnode",
        "stdev",
        "stdevp",
        "substring",
        "sum",
        "tail",
        "tan",
        "time",
        "time.realtime",
        "time.statement",
        "time.transaction",
        "time.truncate",
        "timestamp",
        "toboolean",
        "tobooleanlist",
        "tobooleanornull",
        "tofloat",
        "tofloatlist",
        "tofloatornull",
        "tointeger",
        "tointegerlist",
        "tointegerornull",
        "tolower",
        "tostring",
        "tostringlist",
        "tostringornull",
        "toupper",
        "trim",
        "type",
        "upper",
        "valuetype",
        "vector.similarity.cosine",
        "vector.similarity.euclidean",
    ]
)
PROCEDURES = frozenset({"db.labels", "db.relationshiptypes", "db.index.fulltext.querynodes"})
_SPELLED = {
    name.lower(): name
    for name in [
        "datetime.fromEpoch",
        "datetime.fromEpochMillis",
        "duration.inDays",
        "duration.inMonths",
        "duration.inSeconds",
        "elementId",
        "endNode",
        "isEmpty",
        "isNaN",
        "nullIf",
        "percentileCont",
        "percentileDisc",
        "point.withinBBox",
        "randomUUID",
        "startNode",
        "stDev",
        "stDevP",
        "toBoolean",
        "toBooleanList",
        "toBooleanOrNull",
        "toFloat",
        "toFloatList",
        "toFloatOrNull",
        "toInteger",
        "toIntegerList",
        "toIntegerOrNull",
        "toLower",
        "toString",
        "toStringList",
        "toStringOrNull",
        "toUpper",
        "valueType",
        "db.relationshipTypes",
        "db.index.fulltext.queryNodes",
    ]
}


def refuse_call(name: str, procedure: bool) -> None:
    """QueryError for a function or procedure that is none of those that may be called."""
    import difflib

    allowed = PROCEDURES if procedure else FUNCTIONS
    if name.lower().replace(" ", "") in allowed:
        return
    what = "procedure" if procedure else "function"
    if len(name) > 60:
        name = name[:60] + "..."
    last = name.lower().rsplit(".", 1)[-1]
    near = difflib.get_close_matches(name.lower(), allowed, 1, 0.75)
    near = near or difflib.get_close_matches(last, allowed, 1, 0.8)
    remedy = (
        f"did you mean {_SPELLED.get(near[0], near[0])}()?"
        if near
        else (f"docs/engines.md lists the {what}s that both engines have.")
    )
    raise QueryError(f"Cypher: the {what} {name} is none of those that are allowed; {remedy}")
