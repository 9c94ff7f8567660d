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


def key_of(text):
    digest = hashlib.sha256(base64.b64decode(text)).digest()
    return "SHA256:" + base64.b64encode(digest).decode().rstrip("=")


def seconds(text):
    return int(text[:-1]) * {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}[text[-1]]


class Ledger:
    """Plays the events one after the other: what each may do is decided by the policy and roster in force at its place."""

    def __init__(self, events, blobs):
        self.events, self.blobs = events, blobs
        self.by_id = {event["eid"]: event for event in events}
        self.newest = events[-1]["recv"]
        genesis = events[0]["body"]
        self.founders = [admin["person"] for admin in genesis["admins"]]
        self.founding_quorum = genesis["threshold"]
        self.policy, self.policy_id, self.people, self.policies = None, "", {}, []
        self.ever_owned = {(key_of(admin["key"].split()[1]), admin["person"]) for admin in genesis["admins"]}
        self.owner = {key: person for key, person in self.ever_owned}
        self.dead, self.revocations, self.emergencies, self.attempts = set(), {}, {}, {}
        self.environments, self.openers, self.revisions, self.abandoned = {}, {}, {}, set()
        for event in events[1:]:
            event["effect"] = self.owner.get(event["key"]) == event["by"] and event["key"] not in self.dead and \
                (self.policy is None or event["by"] in self.people)
            if event["effect"]:
                self.apply(event, event["body"], event["kind"], event["change"])
        self.look_back()

    def admins(self):
        return self.policy["admins"]["people"] if self.policy else self.founders

    def quorum(self):
        return self.policy["admins"]["threshold"] if self.policy else self.founding_quorum

    def reviewer(self, person):
        return person in self.people and not self.people[person].get("machine")

    def has(self, person, role):
        return role in self.people.get(person, {}).get("roles", [])

    def apply(self, event, body, kind, change):
        by = event["by"]
        if kind == "policy.activate":
            self.activate(event, body)
        elif kind == "key.revoke":
            own = body["person"] == by
            if (own or by in self.admins()) and (body["key"], body["person"]) in self.ever_owned:
                self.revocations[event["eid"]] = {"body": body, "by": set(), "done": False}
                self.endorse_revocation(event["eid"], by, own)
        elif kind == "endorse":
            self.endorse(event, body["event"], by)
        elif kind == "change.open":
            self.environments.setdefault(change, body["env"])
            self.openers.setdefault(change, by)
        elif kind == "revision.add":
            self.revisions.setdefault(change, []).append(body["revision"])
        elif kind == "abandon":
            wrote = {by for digest in self.revisions[change]
                     for by in json.loads(self.blobs[digest])["contributors"]} | {self.openers[change]}
            if by in wrote or self.has(by, "lead"):
                self.abandoned.add(change)
        elif kind in ("vote", "comment", "resolve", "dismiss", "waive", "unwaive"):
            event["effect"] = self.reviewer(by) and (kind != "vote" or body["revision"] in self.revisions[change])
        elif kind == "emergency.open":
            rule = self.emergency_rule(change)
            if self.reviewer(by) and rule and any(self.has(by, role) for role in rule["openers"]) and \
                    body["revision"] in self.revisions[change]:
                self.emergencies[event["eid"]] = {"change": change, "open": event, "seconds": [], "complete": None}
                self.complete(self.emergencies[event["eid"]], event)
        elif kind == "deploy.begin":
            mine = [attempt for attempt in self.attempts.values() if attempt["change"] == change]
            if self.has(by, "deployer") and all(attempt["result"] for attempt in mine):
                self.attempts[event["eid"]] = {"change": change, "revision": body["revision"], "result": None}
        elif kind == "deploy.finish":
            attempt = self.attempts.get(body["attempt"])
            if self.has(by, "deployer") and attempt and attempt["change"] == change and attempt["result"] is None:
                attempt["result"] = body["result"]

    def activate(self, event, body):
        serial = self.policy["serial"] if self.policy else 0
        if event["by"] not in self.admins() or body["replaces"] != self.policy_id or body["serial"] <= serial:
            return
        policy = tomllib.loads(self.blobs[body["policy"]].decode())
        if policy["serial"] != body["serial"]:
            return
        record = {"eid": event["eid"], "policy": policy, "signers": self.blobs[body["signers"]].decode(), "by": {},
                  "force": False, "lost": False}
        self.policies.append(record)
        self.endorse_policy(record, event)

    def endorse_policy(self, record, event):
        record["by"].setdefault(event["by"], event)
        if len(record["by"]) < self.quorum():
            return
        record["force"] = True
        for other in self.policies:
            other["lost"] = other["lost"] or not other["force"]
        self.policy, self.policy_id = record["policy"], record["eid"]
        self.people = self.policy["person"]
        self.owner = {}
        for line in record["signers"].splitlines():
            person, _, key = line.split()[:3]
            self.owner[key_of(key)] = person
            self.ever_owned.add((key_of(key), person))

    def endorse_revocation(self, eid, by, own):
        revocation = self.revocations[eid]
        revocation["by"].add(by)
        good = [person for person in revocation["by"] if person in self.admins()]
        if own or len(good) >= self.quorum():
            revocation["done"] = True
            self.dead.add(revocation["body"]["key"])

    def endorse(self, event, what, by):
        if what in self.emergencies:
            emergency = self.emergencies[what]
            if self.reviewer(by) and event["change"] == emergency["change"] and \
                    by not in [emergency["open"]["by"]] + [other["by"] for other in emergency["seconds"]]:
                emergency["seconds"].append(event)
                self.complete(emergency, event)
        elif by in self.admins():
            for record in self.policies:
                if record["eid"] == what and not record["force"] and not record["lost"]:
                    self.endorse_policy(record, event)
            if what in self.revocations:
                self.endorse_revocation(what, by, False)

    def emergency_rule(self, change):
        return self.policy["env"].get(self.environments.get(change), {}).get("emergency")

    def complete(self, emergency, event):
        rule = self.emergency_rule(emergency["change"])
        if emergency["complete"] is None and rule and len(emergency["seconds"]) >= rule["second"]:
            emergency["complete"] = event["recv"]

    def look_back(self):
        """Which events were made with a key that was compromised by then, and whether the policy still stands."""
        for event in self.events:
            event["compromised"] = any(
                revocation["done"] and revocation["body"]["cause"] == "compromised" and
                event["key"] == revocation["body"]["key"] and event["seq"] >= revocation["body"]["from"]
                for revocation in self.revocations.values())
        people, needed, self.sound = self.founders, self.founding_quorum, False
        for record in self.policies:
            if record["force"]:
                good = [by for by, event in record["by"].items() if by in people and not event["compromised"]]
                self.sound = len(good) >= needed
                if self.sound:
                    people, needed = record["policy"]["admins"]["people"], record["policy"]["admins"]["threshold"]


class Review:
    def __init__(self, ledger, change):
        self.ledger, self.by_id, self.newest, self.sound = ledger, ledger.by_id, ledger.newest, ledger.sound
        self.policy = ledger.policy
        self.people = {name: entry for name, entry in self.policy["person"].items() if not entry.get("machine")}
        self.admins = ledger.admins()
        self.quorum = ledger.quorum()
        self.abandoned = change in ledger.abandoned
        self.name = ledger.environments[change]
        self.env = self.policy["env"].get(self.name)
        self.events = [event for event in ledger.events[1:] if event["change"] == change and event["effect"]]
        self.revisions = []
        self.contributors = set()
        for event in self.events:
            if event["kind"] == "revision.add":
                manifest = json.loads(ledger.blobs[event["body"]["revision"]])
                self.revisions.append((event["body"]["revision"], manifest))
                self.contributors |= set(manifest["contributors"]) | {event["by"]}
        self.order = {digest: number for number, (digest, _) in enumerate(self.revisions)}
        self.manifest = dict(self.revisions)
        # Who left the roster since then says nothing any more, nor does who became a machine.
        self.votes = [event for event in self.events if event["kind"] == "vote"]
        self.strict = self.env is not None and self.env.get("separation", "strict") == "strict"
        self.emergencies = [found for found in ledger.emergencies.values() if found["change"] == change]
        self.attempts = [found for found in ledger.attempts.values() if found["change"] == change]

    def rule_for(self, digest):
        """That of the risk which the checks found; without a report, or for an unknown risk, the strictest."""
        manifest = self.manifest[digest]
        risks = self.env["risk"]
        if "report" in manifest and manifest["risk"] in risks:
            return risks[manifest["risk"]]
        return max((risks[name] for name in sorted(risks, reverse=True)),
                   key=lambda rule: (len(rule["slots"]), len(rule.get("ack", []))))

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
            if kind not in ("veto", "request-changes") or vote["by"] not in self.people:
                continue
            veto = kind == "veto" and self.env is not None and self.role(vote["by"], "lead")
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

    def carries(self, old, new, rule):
        same = all(old[key] == new[key] for key in ("env", "files", "rollback", "runner", "risk"))
        if ("report" in old) != ("report" in new):
            return False
        if "report" in old:
            same = same and all(old["report"][key] == new["report"][key] for key in ("findings", "hazards", "errors"))
        if not same or old["footprint"] != new["footprint"]:
            return False
        if old["base_fp"] == new["base_fp"]:
            return old["result_fp"] == new["result_fp"]
        return rule.get("carry") == "base-moved" and bool(new["footprint"])

    def judge(self, digest, now):
        if self.env is None:
            return [], 0, self.verdict(digest, now, True, False)
        new = self.manifest[digest]
        rule = self.rule_for(digest)
        report = new.get("report", {})
        needed = set(report.get("hazards", [])) & set(rule.get("ack", []))
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
            if now - last["recv"] > seconds(self.env.get("vote_age", "14d")) * MICRO or not needed <= set(last["body"]["ack"]):
                continue
            if any(other["seq"] < last["seq"] and other["by"] == person and other["body"]["vote"] != "approve"
                   and other["body"]["revision"] == last["body"]["revision"] and not self.saw(last, other)
                   for other in self.votes):
                continue
            if last["body"]["revision"] != digest and not self.carries(self.manifest[last["body"]["revision"]], new, rule):
                stale = True
                continue
            counting.append(person)
        filled = self.fill(rule["slots"], counting)
        return counting, filled, self.verdict(digest, now, filled < len(rule["slots"]), stale)

    def fill(self, slots, people):
        for size in range(min(len(slots), len(people)), -1, -1):
            if any(all(self.role(person, slot) for person, slot in zip(order, chosen))
                   for chosen in itertools.combinations(slots, size)
                   for order in itertools.permutations(people, size)):
                return size
        return 0

    def waived(self, finding, now):
        longest = seconds(self.policy.get("max_waiver", "30d")) * MICRO
        withdrawn = {event["body"]["waiver"] for event in self.events
                     if event["kind"] == "unwaive" and event["by"] in self.people}
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
        return any(other.owes(now) for other in
                   (Review(self.ledger, change) for change, name in self.ledger.environments.items()
                    if name == self.name))

    def owes(self, now):
        for emergency in self.emergencies:
            # A debt does not end with the rule under which it was made.
            within = seconds(self.env.get("emergency", {}).get("review_within", "72h")) * MICRO
            if emergency["complete"] is None or now <= emergency["complete"] + within:
                continue
            excluded = {emergency["open"]["by"]} | {event["by"] for event in emergency["seconds"]}
            if self.strict:
                excluded |= self.contributors
            accepted = []
            digest = emergency["open"]["body"]["revision"]
            for person in self.people:
                mine = [vote for vote in self.votes if vote["by"] == person and vote["body"]["revision"] == digest]
                if mine and mine[-1]["body"]["vote"] == "approve" and not mine[-1]["compromised"] \
                        and person not in excluded:
                    accepted.append(person)
            slots = self.rule_for(digest)["slots"]
            if self.fill(slots, accepted) < len(slots):
                return True
        return False

    def emergency_open(self, digest, now):
        rule = self.env.get("emergency")
        return rule is not None and any(
            emergency["open"]["body"]["revision"] == digest and emergency["complete"] is not None
            and now <= emergency["complete"] + seconds(rule.get("ttl", "1h")) * MICRO
            and not emergency["open"]["compromised"]
            and any(self.role(emergency["open"]["by"], role) for role in rule["openers"])
            and len([event for event in emergency["seconds"]
                     if not event["compromised"] and event["by"] in self.people]) >= rule["second"]
            for emergency in self.emergencies)

    def frozen(self, now):
        for freeze in self.policy.get("freeze", []):
            zone = zoneinfo.ZoneInfo(freeze["zone"])
            begin, end = (datetime.datetime.fromisoformat(freeze[key]).replace(tzinfo=zone).timestamp() * MICRO
                          for key in ("from", "to"))
            if self.name in freeze["env"] and begin <= now < end:
                return True
        return False

    def verdict(self, digest, now, unfilled, stale):
        if now < self.newest - seconds(self.policy.get("max_clock_skew", "5m")) * MICRO:
            return "error"
        if self.abandoned or not self.sound or self.env is None:
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
            ledger = Ledger([dict(event) for event in events if event["seq"] <= size], blobs)
            reviews[size] = {change: Review(ledger, change) for change in ledger.environments}
        counting, filled, verdict = reviews[size][question["change"]].judge(question["revision"], question["now"])
        mine = (verdict, sorted(counting), filled)
        theirs = (question["verdict"], question["counting"], question["filled"])
        if mine != theirs:
            print(f"at {size} events, revision {question['revision'][:12]}, time {question['now']}: "
                  f"the oracle says {mine}, the program {theirs}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
