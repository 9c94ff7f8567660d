#!/usr/bin/env python3
"""An independent judge of reviews: oracle.py EXPORT QUESTIONS.

Reads what `ledger export` wrote and answers the questions from the specification alone, in the plainest way: every
assignment of people to slots is tried. Shares no code with the program. Prints the first disagreement and exits 1.
"""
import base64
import datetime
import hashlib
import itertools
import json
import struct
import sys
import tomllib
import zoneinfo

MICRO = 1000000


def fingerprint(signature):
    """Of the key in an SSHSIG: magic, version, then the key as a string."""
    assert signature[:6] == b"SSHSIG"
    size = struct.unpack(">I", signature[10:14])[0]
    digest = hashlib.sha256(signature[14:14 + size]).digest()
    return "SHA256:" + base64.b64encode(digest).decode().rstrip("=")


def read_export(path):
    events, blobs = [], {}
    with open(path, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            entry = json.loads(line)
            if "blob_b64" in entry:
                data = base64.b64decode(entry["blob_b64"])
                blobs[hashlib.sha256(data).hexdigest()] = data
            else:
                payload = base64.b64decode(entry["payload_b64"])
                event = json.loads(payload)
                event["eid"] = hashlib.sha256(b"countersign/event/1\n" + payload).hexdigest()
                assert event["eid"] == entry["eid"]
                event["seq"], event["recv"] = entry["seq"], entry["recv_us"]
                event["key"] = fingerprint(base64.b64decode(entry["sig_b64"]))
                events.append(event)
    return events, blobs


def seconds(text):
    return int(text[:-1]) * {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}[text[-1]]


class Review:
    def __init__(self, events, blobs, change):
        self.by_id = {event["eid"]: event for event in events}
        self.newest = events[-1]["recv"]
        activation = [event for event in events if event["kind"] == "policy.activate"][-1]
        self.policy = tomllib.loads(blobs[activation["body"]["policy"]].decode())
        self.owner = {}
        for line in blobs[activation["body"]["signers"]].decode().splitlines():
            person, _, key = line.split()[:3]
            digest = hashlib.sha256(base64.b64decode(key)).digest()
            self.owner["SHA256:" + base64.b64encode(digest).decode().rstrip("=")] = person
        self.admins = self.policy["admins"]["people"]
        self.quorum = self.policy["admins"]["threshold"]
        self.people = {name: entry for name, entry in self.policy["person"].items() if not entry.get("machine")}
        self.env = self.policy["env"]["production"]
        self.revoke(events)
        # Its only signature is the founder's, which is a quorum there; with a compromised key it put nothing into force.
        self.sound = not activation["compromised"]
        self.events = [event for event in events if event["change"] == change and event["effect"] and
                       (event["by"] in self.people or event["kind"] not in
                        ("vote", "comment", "resolve", "dismiss", "waive", "unwaive"))]
        self.revisions = []
        self.contributors = set()
        for event in self.events:
            if event["kind"] == "revision.add":
                manifest = json.loads(blobs[event["body"]["revision"]])
                self.revisions.append((event["body"]["revision"], manifest))
                self.contributors |= set(manifest["contributors"]) | {event["by"]}
        self.order = {digest: number for number, (digest, _) in enumerate(self.revisions)}
        self.manifest = dict(self.revisions)
        known = set(self.order)
        self.votes = [event for event in self.events if event["kind"] == "vote" and event["body"]["revision"] in known]
        self.strict = self.env.get("separation", "strict") == "strict"
        self.rule = self.env["risk"]["high"]
        self.emergencies = self.find_emergencies()
        self.attempts = self.find_attempts()

    def revoke(self, events):
        """Which events have an effect, and which were made with a key that was compromised by then."""
        dead, waiting, compromised = {}, {}, []
        for event in events:
            event["effect"] = event["key"] not in dead
            if not event["effect"]:
                continue
            body = event["body"]
            if event["kind"] == "key.revoke":
                owner = self.owner.get(body["key"])
                if owner == body["person"] and (event["by"] == owner or event["by"] in self.admins):
                    waiting[event["eid"]] = (body, set())
                    if event["by"] == owner:
                        waiting[event["eid"]][1].update(range(self.quorum))
                    else:
                        waiting[event["eid"]][1].add(event["by"])
            elif event["kind"] == "endorse" and body["event"] in waiting and event["by"] in self.admins:
                waiting[body["event"]][1].add(event["by"])
            for revocation, signers in waiting.values():
                if len(signers) >= self.quorum and revocation["key"] not in dead:
                    dead[revocation["key"]] = event["seq"]
        for revocation, signers in waiting.values():
            if len(signers) >= self.quorum and revocation["cause"] == "compromised":
                compromised.append((revocation["key"], revocation["from"]))
        for event in events:
            event["compromised"] = any(event["key"] == key and event["seq"] >= start for key, start in compromised)

    def find_emergencies(self):
        rule = self.env.get("emergency")
        found = {}
        known = set()
        for event in self.events:
            body = event["body"]
            if event["kind"] == "revision.add":
                known.add(body["revision"])
            if rule is None or event["by"] not in self.people:
                continue
            if event["kind"] == "emergency.open" and body["revision"] in known and \
                    any(self.role(event["by"], role) for role in rule["openers"]):
                found[event["eid"]] = {"open": event, "seconds": [], "complete": None}
            elif event["kind"] == "endorse" and body["event"] in found:
                emergency = found[body["event"]]
                if event["by"] not in [emergency["open"]["by"]] + [other["by"] for other in emergency["seconds"]]:
                    emergency["seconds"].append(event)
            for emergency in found.values():
                if emergency["complete"] is None and len(emergency["seconds"]) >= rule["second"]:
                    emergency["complete"] = event["recv"]
        return list(found.values())

    def find_attempts(self):
        attempts = {}
        for event in self.events:
            deployer = "deployer" in self.policy["person"].get(event["by"], {}).get("roles", [])
            body = event["body"]
            if event["kind"] == "deploy.begin" and deployer and body["revision"] in self.order and \
                    all(attempt["result"] for attempt in attempts.values()):
                attempts[event["eid"]] = {"revision": body["revision"], "result": None}
            elif event["kind"] == "deploy.finish" and deployer and body["attempt"] in attempts and \
                    attempts[body["attempt"]]["result"] is None:
                attempts[body["attempt"]]["result"] = body["result"]
        return list(attempts.values())

    def saw(self, later, earlier):
        todo, done = [later["eid"]], set()
        while todo:
            eid = todo.pop()
            if eid == earlier["eid"]:
                return True
            if eid not in done and eid in self.by_id:
                done.add(eid)
                todo += self.by_id[eid]["seen"]
        return False

    def role(self, person, role):
        return role in self.people.get(person, {}).get("roles", [])

    def blocking(self):
        found = set()
        for vote in self.votes:
            kind = vote["body"]["vote"]
            if kind not in ("veto", "request-changes"):
                continue
            veto = kind == "veto" and self.role(vote["by"], "lead")
            lifted = any(other["seq"] > vote["seq"] and other["by"] == vote["by"] and not other["compromised"]
                         and self.saw(other, vote) for other in self.votes)
            dismissers = {event["by"] for event in self.events if event["kind"] == "dismiss"
                          and event["body"]["vote"] == vote["eid"] and not event["compromised"]}
            if veto:
                admins = dismissers & set(self.admins)
                lifted |= len(admins - self.contributors if self.strict else admins) >= self.quorum
            else:
                lifted |= len({person for person in dismissers if self.role(person, "lead")
                               and person not in self.contributors}) >= 2
            if not lifted:
                found.add("veto" if veto else "request-changes")
        return found

    def carries(self, old, new):
        same = all(old[key] == new[key] for key in ("env", "files", "rollback", "runner", "risk"))
        if ("report" in old) != ("report" in new):
            return False
        if "report" in old:
            same = same and all(old["report"][key] == new["report"][key] for key in ("findings", "hazards", "errors"))
        if not same or old["footprint"] != new["footprint"]:
            return False
        if old["base_fp"] == new["base_fp"]:
            return old["result_fp"] == new["result_fp"]
        return self.rule.get("carry") == "base-moved" and bool(new["footprint"])

    def judge(self, digest, now):
        new = self.manifest[digest]
        report = new.get("report", {})
        needed = set(report.get("hazards", [])) & set(self.rule.get("ack", []))
        counting, stale = [], False
        for person in self.people:
            mine = [vote for vote in self.votes
                    if vote["by"] == person and self.order[vote["body"]["revision"]] <= self.order[digest]]
            if not mine:
                continue
            newest = max(self.order[vote["body"]["revision"]] for vote in mine)
            last = [vote for vote in mine if self.order[vote["body"]["revision"]] == newest][-1]
            if last["body"]["vote"] != "approve" or last["compromised"]:
                continue
            if self.strict and person in self.contributors:
                continue
            if now - last["recv"] > seconds(self.env["vote_age"]) * MICRO or not needed <= set(last["body"]["ack"]):
                continue
            if any(other["seq"] < last["seq"] and other["by"] == person and other["body"]["vote"] != "approve"
                   and other["body"]["revision"] == last["body"]["revision"] and not self.saw(last, other)
                   for other in self.votes):
                continue
            if last["body"]["revision"] != digest and not self.carries(self.manifest[last["body"]["revision"]], new):
                stale = True
                continue
            counting.append(person)
        filled = self.fill(counting)
        return counting, filled, self.verdict(digest, now, filled < len(self.rule["slots"]), stale)

    def fill(self, people):
        slots = self.rule["slots"]
        for size in range(min(len(slots), len(people)), -1, -1):
            if any(all(self.role(person, slot) for person, slot in zip(order, chosen))
                   for chosen in itertools.combinations(slots, size)
                   for order in itertools.permutations(people, size)):
                return size
        return 0

    def waived(self, finding, now):
        longest = seconds(self.policy.get("max_waiver", "30d")) * MICRO
        withdrawn = {event["body"]["waiver"] for event in self.events if event["kind"] == "unwaive"}
        return any(event["kind"] == "waive" and event["body"]["finding"] == finding and not event["compromised"]
                   and self.role(event["by"], "lead") and not (self.strict and event["by"] in self.contributors)
                   and len(event["body"]["reason"]) >= 20 and now < event["body"]["until"]
                   and event["body"]["until"] <= event["recv"] + longest and event["eid"] not in withdrawn
                   for event in self.events)

    def checks_fail(self, digest, now):
        report = self.manifest[digest].get("report")
        for check in self.env.get("require", []):
            if check == "rollback" and self.manifest[digest]["rollback"] == "none":
                if not self.waived("rollback-none", now):
                    return True
            elif report is None:
                return True
            elif check != "report" and report["checks"].get(check) != "passed" and \
                    (check not in report["checks"] or not self.waived(check, now)):
                return True
        return any(not self.waived(error, now) for error in (report or {}).get("errors", []))

    def comment_open(self):
        return any(comment["kind"] == "comment" and comment["body"]["blocking"] and not any(
            event["kind"] == "resolve" and event["body"]["comment"] == comment["eid"] and not event["compromised"] and
            (event["by"] == comment["by"] or (self.role(event["by"], "lead")
                                              and event["by"] not in self.contributors))
            for event in self.events) for comment in self.events)

    def overdue(self, now):
        for emergency in self.emergencies:
            within = seconds(self.env["emergency"].get("review_within", "72h")) * MICRO
            if emergency["complete"] is None or now <= emergency["complete"] + within:
                continue
            excluded = {emergency["open"]["by"]} | {event["by"] for event in emergency["seconds"]}
            if self.strict:
                excluded |= self.contributors
            accepted = []
            for person in self.people:
                mine = [vote for vote in self.votes if vote["by"] == person
                        and vote["body"]["revision"] == emergency["open"]["body"]["revision"]]
                if mine and mine[-1]["body"]["vote"] == "approve" and not mine[-1]["compromised"] \
                        and person not in excluded:
                    accepted.append(person)
            if self.fill(accepted) < len(self.rule["slots"]):
                return True
        return False

    def emergency_open(self, digest, now):
        rule = self.env.get("emergency")
        return any(emergency["open"]["body"]["revision"] == digest and emergency["complete"] is not None
                   and now <= emergency["complete"] + seconds(rule["ttl"]) * MICRO
                   and not emergency["open"]["compromised"]
                   and len([event for event in emergency["seconds"] if not event["compromised"]]) >= rule["second"]
                   for emergency in self.emergencies)

    def frozen(self, now):
        for freeze in self.policy.get("freeze", []):
            zone = zoneinfo.ZoneInfo(freeze["zone"])
            begin, end = (datetime.datetime.fromisoformat(freeze[key]).replace(tzinfo=zone).timestamp() * MICRO
                          for key in ("from", "to"))
            if "production" in freeze["env"] and begin <= now < end:
                return True
        return False

    def verdict(self, digest, now, unfilled, stale):
        if now < self.newest - seconds(self.policy.get("max_clock_skew", "5m")) * MICRO:
            return "error"
        if not self.sound:
            return "none"
        blocking = self.blocking()
        superseded = digest != self.revisions[-1][0]
        used = any(attempt["revision"] == digest and attempt["result"] in (None, "ok") for attempt in self.attempts)
        glass = self.emergency_open(digest, now)
        if blocking:
            ordinary = "blocked"
        elif superseded or (unfilled and stale and not glass):
            ordinary = "stale"
        elif used or self.checks_fail(digest, now) or self.comment_open() or self.overdue(now):
            ordinary = "blocked"
        elif unfilled:
            ordinary = "pending"
        else:
            ordinary = "frozen" if self.frozen(now) else "approved"
        if ordinary != "approved" and glass and "veto" not in blocking and not superseded and not used:
            return "emergency"
        return ordinary


def main():
    events, blobs = read_export(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as file:
        asked = json.load(file)
    reviews = {}
    for question in asked["questions"]:
        size = question["size"]
        if size not in reviews:
            reviews[size] = Review([dict(event) for event in events if event["seq"] <= size], blobs, asked["change"])
        counting, filled, verdict = reviews[size].judge(question["revision"], question["now"])
        mine = (verdict, sorted(counting), filled)
        theirs = (question["verdict"], question["counting"], question["filled"])
        if mine != theirs:
            print(f"at {size} events, revision {question['revision'][:12]}, time {question['now']}: "
                  f"the oracle says {mine}, the program {theirs}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
