#!/usr/bin/env python3
"""Checks a bundle of a review offline: python3 check.py [BUNDLE] [--key KEY]. Python 3.11, nothing else.
离线校验述评证据包：python3 check.py [证据包] [--key 公钥]。只需 Python 3.11。"""
import base64
import bisect
import csv
import hashlib
import json
import re
import sys
import tomllib
import zipfile
from decimal import Decimal
from pathlib import Path

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493  # Ed25519, as in RFC 8032
D, I = -121665 * pow(121666, P - 2, P) % P, pow(2, (P - 1) // 4, P)
def sha(data): return hashlib.sha256(data).digest()
def canon(value): return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
def need(true, english, chinese):
    if not true: sys.exit(f"FAILED  {english}\n不符    {chinese}")
def good(english, chinese): print(f"good    {english}\n相符    {chinese}")

def point(data):  # 32 bytes -> a point of the curve
    y = int.from_bytes(data, "little") & (1 << 255) - 1
    if y >= P: raise ValueError("y")
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P: x = x * I % P
    if (x * x - square) % P or (x == 0 and data[31] >> 7): raise ValueError("x")
    if x & 1 != data[31] >> 7: x = P - x
    return x, y, 1, x * y % P
def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P
def times(n, p):
    q = (0, 1, 1, 0)
    while n:
        if n & 1: q = add(q, p)
        p, n = add(p, p), n >> 1
    return q
def signed(public, signature, message):
    a, r, s = point(public), point(signature[:32]), int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    y = 4 * pow(5, P - 2, P) % P
    left, right = times(s, point(y.to_bytes(32, "little"))), add(r, times(k, a))
    return s < L and not any((left[n] * right[2] - right[n] * left[2]) % P for n in (0, 1))

def checkpoint(text, key):  # a C2SP signed note -> origin, size, root
    name, claimed, public = key.strip().split("+", 2)
    raw = base64.b64decode(public)
    need(len(raw) == 33 and sha(name.encode() + b"\n" + raw)[:4].hex() == claimed, "the key is no key", "公钥格式不对")
    body, _, notes = text.rpartition("\n\n")
    for line in notes.splitlines():
        who, _, encoded = line.removeprefix("\u2014 ").partition(" ")
        held = base64.b64decode(encoded)
        named = who == name and held[:4].hex() == claimed and len(held) == 68
        if named and signed(raw[1:], held[4:], (body + "\n").encode()):
            origin, size, root = body.split("\n")[:3]
            return origin, int(size), base64.b64decode(root)
    need(False, "this key did not sign the checkpoint", "检查点不是这把公钥签的")

def leaf(record):  # the open fields with their salts, the closed ones by their digests
    digests = {name: bytes.fromhex(held) for name, held in record["closed"].items()}
    digests |= {name: sha(bytes.fromhex(salt) + canon([name, value])) for name, (salt, value) in record["open"].items()}
    return sha(b"\x00" + canon(record["header"]) + sha(b"".join(digests[name] for name in sorted(digests))))

def total(spec, rows):  # what an indicator makes of its rows
    values = [value for _, _, value in rows if value != "None"]
    if "statistic" in spec: return Decimal(values[0]) if values else None
    if "sum" in spec: return sum(map(Decimal, values), Decimal(0))
    if "coverage" in spec: return Decimal(sum(map(int, values)))
    return Decimal(len(set(values) if "distinct" in spec else values))

def figure(number, held, book):  # one number of the edition against its rows
    ref, rows, whole = number["ref"], held["rows"], held.get("whole")
    lines = ["".join(f"{a} {b} {c}\n" for a, b, c in part).encode() for part in (rows, whole or [])]
    own, other = (sha(part).hex() for part in lines)
    digest = own if whole is None else sha(f"{own}\n{other}\n".encode()).hex()
    need(number["digest"] == digest, f"{ref}: other rows were counted", f"{ref}：所数的不是这些记录")
    spec = top = book["indicator"][number["code"]]
    bottom = Decimal(len(rows)) if "coverage" in spec else None
    if "ratio" in spec:
        top, base = (book["indicator"][spec["ratio"][part]] for part in ("numerator", "denominator"))
        bottom = total(base, whole)
    value = total(top, rows)
    if bottom is not None and number["numerator"] is not None:
        same = (Decimal(number["numerator"]), Decimal(number["denominator"])) == (value, bottom)
        need(same or "rung=" in ref, f"{ref}: its parts are not the sums of its rows", f"{ref}：分子分母不是这些记录之和")
        if 'of="denominator"' in ref: value = bottom
        elif bottom:  # cut after ten decimals
            units = int(value * 10**6) * (100 if number["unit"] == "%" else 1) * 10**10 // int(bottom * 10**6)
            value = Decimal(units).scaleb(-10)
    right = number["value"] is None or Decimal(number["value"]) == value
    need(right, f"{ref}: {number['value']} printed, its rows give {value}", f"{ref}：所印 {number['value']}，按记录是 {value}")

def table(text):  # the rows of a .csv for people, without its headings
    return list(csv.reader(text.removeprefix("\ufeff").splitlines(keepends=True)))[1:]

def key_of(tag):  # a reference however it was typed
    inside = re.sub("[\u2018\u2019]", "'", re.sub("[\u201c\u201d\u201e]", '"', tag)).strip(" {}")
    options = set(re.findall(r'\s([a-z]+)="([^"]*)"', inside)) - {("style", "published"), ("of", "value")}
    return inside.replace('"', " ").split()[:2], options

def main(arguments):
    sys.stdout.reconfigure(errors="replace")
    key = arguments[arguments.index("--key") + 1] if "--key" in arguments else ""
    places = [one for one in arguments if one not in ("--key", key)]
    place = Path(places[0]) if places else Path(__file__).parent
    packed = zipfile.ZipFile(place) if place.is_file() else None
    def read(name): return (packed.read(name) if packed else (place / name).read_bytes()).decode()
    names = sorted(packed.namelist() if packed else (f"rows/{one.name}" for one in (place / "rows").glob("*.csv")))
    names = [name for name in names if name.startswith("rows/") and name.endswith(".csv")]
    held = json.loads(read("proof.json"))
    origin, size, root = checkpoint(read("checkpoint.txt"), key or read("key.txt"))
    good(f"signed by {origin}: {size} entries, root {root.hex()}", f"{origin} 签名：账本 {size} 条")
    if not key:
        print("note    the key came with the bundle: compare key.txt with the one you got from elsewhere")
        print("注意    公钥随包而来：请与别处得到的公钥核对")
    leaves = {int(idx): leaf(record) for idx, record in held["records"].items()}
    edition = {name: value for name, (_, value) in held["records"][held["edition"]]["open"].items()}
    cut, order = int(edition["position"]), sorted(leaves)
    def tree(low, high):  # RFC 6962; a hash that would hide a record of the bundle is never taken
        at = bisect.bisect_left(order, low)
        if not (at < len(order) and order[at] < high) and not low < cut < high:
            return bytes.fromhex(held["beside"][f"{low}-{high}"])
        if high - low == 1: return leaves[low]
        middle = low + (1 << (high - low - 1).bit_length() - 1)
        return sha(b"\x01" + tree(low, middle) + tree(middle, high))
    need(tree(0, size) == root, "the records are not those of the signed ledger", "记录与签名的账本不符")
    need(tree(0, cut).hex() == edition["ledger_root"], "the edition speaks of another ledger", "这一版所据的不是这本账")
    good(f"all {len(leaves)} records stand in it unchanged", f"{len(leaves)} 条记录都在其中，没有改动")
    ids = {idx: record["header"]["id"] for idx, record in held["records"].items()}
    need(ids[held["book"]] == edition["book"], "another programme book", "不是这一版所用的计划手册")
    book, checked, passed = tomllib.loads(held["records"][held["book"]]["open"]["toml"][1].removeprefix("\ufeff")), 0, 0
    for number in edition["figures"]:
        rows = held["figures"].get(number["ref"])
        if rows is None:
            passed += 1
            continue
        for idx, record, _ in rows["rows"] + rows.get("whole", []):
            need(ids.get(str(idx)) == record, f"{number['ref']}: record {idx} is missing", f"{number['ref']}：缺第 {idx} 条")
        figure(number, rows, book)
        checked += 1
    shown = [(key_of(number["ref"]), number["shown"]) for number in edition["figures"]]
    def printed(tag): return next((text for ref, text in shown if ref == key_of(tag[0])), tag[0])
    said = [[str(number[name] or "") for name in ("ref", "shown", "value")] for number in edition["figures"]]
    need([row[:3] for row in table(read("figures.csv"))] == said, "figures.csv is another", "figures.csv 与定稿不符")
    for name, (ref, rows) in zip(names, held["figures"].items(), strict=True):
        listed, counted = [tuple(row[:2]) for row in table(read(name))], [(str(a), b) for a, b, _ in rows["rows"]]
        need(sorted(listed) == sorted(counted), f"{name} lists other records than {ref}", f"{name} 列的不是 {ref} 的记录")
    text = re.sub(r"\{\{[^{}]*\}\}", printed, edition["text"])
    need(text == read("review.txt"), "the text is another", "正文不是定稿的正文")
    good(f"{checked} numbers are what their rows give; {passed} come without rows", f"{checked} 个数字与其记录相符；{passed} 个没有附记录")
    print("This shows what was counted and that nothing of it changed after entry; not that it was true, or that none is missing.")
    print("这里证明的是数了哪些记录、录入之后没有改动；不证明录入的内容为真，也不证明没有漏记。")

if __name__ == "__main__": main(sys.argv[1:])
