"""Figures of offices that no text speaks of: they fill a catalogue up to the size at which links are measured."""

from decimal import Decimal
from itertools import islice, product

from .figures import Catalogue, Entry

SUBJECTS = {
    "zh": (
        *("公交线路", "污水处理厂", "水库", "林场", "动物园", "气象站", "殡仪馆", "婚姻登记处", "体育馆", "青少年宫"),
        *("消防站", "地铁站", "停车场", "垃圾中转站", "森林公园", "档案馆", "渔港", "盐场", "船闸", "测绘队"),
        *("考古工地", "天文台", "滑雪场", "植物园", "监测井", "换热站"),
    ),
    "en": (
        *("bus routes", "sewage works", "reservoirs", "forestry stations", "zoos", "weather stations", "cemeteries"),
        *("marriage registries", "sports halls", "fire stations", "tram stops", "car parks", "recycling depots"),
        *("forest parks", "archives", "fishing ports", "salt works", "canal locks", "survey teams"),
        *("archaeological digs", "observatories", "ski slopes", "botanic gardens", "monitoring wells", "boiler houses"),
        "lighthouses",
    ),
}
MEASURES = {
    "zh": (
        *(("{}数量", "个", "count"), ("{}职工", "人", "people"), ("{}年度支出", "CNY", "money")),
        *(("{}检修完成率", "%", "percent"), ("{}接待人次", "人次", "person_times"), ("{}设备台数", "台", "count")),
        *(("{}占地面积", "公顷", "measure"), ("{}安全检查次数", "次", "count"), ("{}志愿者", "人", "people")),
        ("{}票款收入", "CNY", "money"),
    ),
    "en": (
        *(
            ("number of {}", "units", "count"),
            ("staff of {}", "people", "people"),
            ("yearly cost of {}", "USD", "money"),
        ),
        *(("share of {} inspected", "%", "percent"), ("entries to {}", "entries", "person_times")),
        *(("machines at {}", "machines", "count"), ("land of {}", "hectares", "measure")),
        *(("safety checks of {}", "checks", "count"), ("volunteers at {}", "people", "people")),
        ("ticket income of {}", "USD", "money"),
    ),
}


def padded(catalogue: Catalogue, language: str, size: int) -> Catalogue:
    """The catalogue with strangers beside its own figures, `size` together (or all its own, when it has more)."""
    strangers: Catalogue = {}
    pairs = product(MEASURES[language], SUBJECTS[language])
    for place, ((name, unit, unit_class), subject) in enumerate(islice(pairs, max(0, size - len(catalogue)))):
        key = f"stranger-{place}"
        # A few hundred different values that are no round numbers, percentages below 100.
        value = Decimal(37 + place * 53 % 4001 if unit_class != "percent" else 11 + place * 7 % 83)
        strangers[key] = Entry(key, value, unit, unit_class, [name.format(subject)], "2021")
    return {**catalogue, **strangers}
