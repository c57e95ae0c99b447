"""Reads volumes as docs/vault-format.md says, and shares no code with crates/vault.

Reads a list of vectors (“Vectors” of that document) from the path that is its argument, without what they expect, and
writes what each of them opens to, as a JSON list.

Needs Debian's python3-argon2 and python3-cryptography.
"""

import json
import sys
import zlib

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

HEADER, SALT, SLOT, SEALED_SEQUENCE = 512, 64, 112, 88
SLOTS, HALVES, ENDS = range(4), range(2), range(2)


def u8(number):
    return number.to_bytes(1, "little")


def u64(number):
    return number.to_bytes(8, "little")


def open_sealed(key, context, sealed):
    """The message of a sealed message, or None."""
    if len(sealed) < 80:
        return None
    random, commitment, rest = sealed[:32], sealed[32:64], sealed[64:]
    output = HKDF(algorithm=SHA256(), length=64, salt=random, info=context).derive(key)
    if output[32:] != commitment:
        return None
    try:
        return AESGCM(output[:32]).decrypt(bytes(12), rest, context)
    except InvalidTag:
        return None


def snapshot_of(text):
    """The snapshot of the text of a half, or None."""
    length = int.from_bytes(text[:4], "little")
    if length > 16 * len(text):
        return None
    inflater = zlib.decompressobj(wbits=-15)
    try:
        snapshot = inflater.decompress(text[4:], max(length, 1))
        snapshot += inflater.flush() if not inflater.eof else b""
    except zlib.error:
        return None
    if not inflater.eof or len(snapshot) != length or any(inflater.unused_data):
        return None
    return snapshot


class Reader:
    def __init__(self, file, half, cost, passphrase):
        self.file, self.half, self.cost = file, half, cost
        self.passphrase = passphrase.encode("utf-8")
        self.length = 2 * HEADER + 8 * half

    def part(self, offset, length):
        part = self.file[offset : offset + length]
        return part if len(part) == length else None

    def headers(self):
        """Salt and slots of the headers that the file is long enough for, None for the others."""
        found = []
        for offset in (0, self.length - HEADER):
            header = self.part(offset, HEADER)
            slots = header and [header[SALT + SLOT * n : SALT + SLOT * (n + 1)] for n in SLOTS]
            found.append(header and (header[:SALT], slots))
        return found

    def find(self, headers):
        """The salt, the number, the bytes and the key of the slot that opens, or None."""
        present = [header for header in headers if header]
        salts = []
        for salt, _ in present:
            if salt not in salts:
                salts.append(salt)
        memory, passes, lanes = self.cost
        for salt in salts:
            derived = hash_secret_raw(
                self.passphrase, salt, passes, memory, lanes, 32, Type.ID, version=0x13
            )
            for _, slots in present:
                for number in SLOTS:
                    key = open_sealed(derived, b"volume 1 key" + u8(number), slots[number])
                    if key is not None:
                        return salt, number, slots[number], key
        return None

    def read_half(self, key, slot, half):
        """The sequence number and the snapshot of a half, each of them or None."""
        sealed = self.part(HEADER + (2 * slot + half) * self.half, self.half)
        if sealed is None:
            return None, None
        place = u8(slot) + u8(half)
        sequence = open_sealed(key, b"volume 1 sequence" + place, sealed[:SEALED_SEQUENCE])
        if sequence is None:
            return None, None
        number = int.from_bytes(sequence, "little")
        context = b"volume 1 snapshot" + place + u64(number)
        text = open_sealed(key, context, sealed[SEALED_SEQUENCE:])
        return number, None if text is None else snapshot_of(text)

    def open(self):
        headers = self.headers()
        found = self.find(headers)
        if found is None:
            return {"error": "wrong"}
        salt, slot, slot_bytes, key = found
        halves = [self.read_half(key, slot, half) for half in HALVES]
        opening = [half for half in HALVES if halves[half][1] is not None]
        if not opening:
            return {"error": "damaged"}
        newest = max(opening, key=lambda half: halves[half][0])
        sequence, snapshot = halves[newest]
        states, last_save = ["intact", "intact"], "present"
        other, (number, content) = 1 - newest, halves[1 - newest]
        if content is None:
            states[other] = "broken"
            if number is None:
                last_save = "unknown"
            elif number > sequence:
                last_save = "lost"
        elif number + 1 != sequence:
            states[other], last_save = "outdated", "unknown"
        intact = [bool(h) and h[0] == salt and h[1][slot] == slot_bytes for h in headers]
        return {
            "slot": slot,
            "sequence": sequence,
            "snapshot": snapshot.hex(),
            "length": len(self.file) == self.length,
            "headers": intact,
            "halves": states,
            "last_save": last_save,
        }


def changed(file, vector):
    file = bytearray(file)
    for offset, digits in vector["changes"]:
        part = bytes.fromhex(digits)
        file[offset : offset + len(part)] = part
    length = vector.get("length", len(file))
    return bytes(file[:length]) + bytes(max(0, length - len(file)))


def main(path):
    with open(path, encoding="utf-8") as fixture:
        fixture = json.load(fixture)
    results = []
    for vector in fixture["vectors"]:
        described = fixture["files"][vector["file"]]
        file = changed(bytes.fromhex(described["bytes"]), vector)
        reader = Reader(file, described["half"], described["cost"], vector["passphrase"])
        results.append(reader.open())
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
