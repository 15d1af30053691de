BEGIN TRANSACTION;
CREATE TABLE account (
  id            TEXT PRIMARY KEY COLLATE NOCASE,
  display_name  TEXT NOT NULL,
  password_hash TEXT,                        -- Argon2id in PHC form; null: no password login
  created_at    TEXT NOT NULL,
  disabled_at   TEXT
) STRICT;
INSERT INTO "account" VALUES('zhang','张三','$argon2id$v=19$m=19456,t=2,p=1$Egc0WeromodHLyfk8uNeXQ$+sq7SK3FwvSwClH2hS682pCvv77Ick+uiIr5jY/NDEI','2026-03-05T02:03:04.567Z',NULL);
INSERT INTO "account" VALUES('office','办公室','$argon2id$v=19$m=19456,t=2,p=1$RziNXbCAWt7LIAD4Rq++fQ$mY5+Dc7i9q/2zITPjYt7aCBIczWUCNb1msUgUk3T92I','2026-03-05T02:03:04.567Z',NULL);
CREATE TABLE audit (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  at      TEXT NOT NULL,
  actor   TEXT NOT NULL,                     -- an account, or "console:<user of the machine>" for the command line
  device  TEXT NOT NULL DEFAULT '',
  bureau  TEXT NOT NULL DEFAULT '',
  action  TEXT NOT NULL,
  object  TEXT NOT NULL DEFAULT '',
  detail  TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO "audit" VALUES(1,'2026-03-05T02:03:04.567Z','test','','gongjing','bureau-created','贡井区应急管理局','');
INSERT INTO "audit" VALUES(2,'2026-03-05T02:03:04.567Z','test','','','account-created','zhang','');
INSERT INTO "audit" VALUES(3,'2026-03-05T02:03:04.567Z','test','','','password-set','zhang','');
INSERT INTO "audit" VALUES(4,'2026-03-05T02:03:04.567Z','test','','gongjing','granted','zhang','inspector');
INSERT INTO "audit" VALUES(5,'2026-03-05T02:03:04.567Z','test','','gongjing','enrolment-code-created','zhang','');
INSERT INTO "audit" VALUES(6,'2026-03-05T02:03:04.567Z','zhang','gongjing.A0','gongjing','device-enrolled','gongjing.A0','手机');
INSERT INTO "audit" VALUES(7,'2026-03-05T02:03:04.567Z','test','','','account-created','office','');
INSERT INTO "audit" VALUES(8,'2026-03-05T02:03:04.567Z','test','','','password-set','office','');
INSERT INTO "audit" VALUES(9,'2026-03-05T02:03:04.567Z','test','','gongjing','granted','office','office');
INSERT INTO "audit" VALUES(10,'2026-03-05T02:03:04.567Z','test','','gongjing','enrolment-code-created','office','');
INSERT INTO "audit" VALUES(11,'2026-03-05T02:03:04.567Z','office','gongjing.A1','gongjing','device-enrolled','gongjing.A1','手机');
INSERT INTO "audit" VALUES(12,'2026-03-05T02:03:04.567Z','office','gongjing.A1','gongjing','correction','019cbbbb-f9f7-75e8-8ad4-107c28209047','Redacted 019cbbbb-f9f7-75dd-a719-b811f6b55bba seq 17');
INSERT INTO "audit" VALUES(13,'2026-03-05T02:03:04.567Z','office','gongjing.A1','gongjing','correction','019cbbbb-f9f7-75e9-82fd-1ce660d1d943','Corrected 019cbbbb-f9f7-75dc-b5f3-08680190e572 seq 18');
CREATE TABLE bureau (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  division   TEXT NOT NULL,                  -- of its district, GB/T 2260; '' where unknown
  created_at TEXT NOT NULL
) STRICT;
INSERT INTO "bureau" VALUES('gongjing','贡井区应急管理局','510303','2026-03-05T02:03:04.567Z');
CREATE TABLE bureau_grant (
  account  TEXT NOT NULL COLLATE NOCASE REFERENCES account (id),
  bureau   TEXT NOT NULL REFERENCES bureau (id),
  role     TEXT NOT NULL,
  unit     TEXT NOT NULL DEFAULT '',
  division TEXT NOT NULL DEFAULT '',         -- a grid worker sees subjects whose division starts with it
  version    INTEGER NOT NULL DEFAULT 1,     -- rises with every change; part of the pull cursor
  revoked_at TEXT,
  PRIMARY KEY (account, bureau)
) STRICT;
INSERT INTO "bureau_grant" VALUES('zhang','gongjing','inspector','','',1,NULL);
INSERT INTO "bureau_grant" VALUES('office','gongjing','office','','',1,NULL);
CREATE TABLE device (
  id           TEXT PRIMARY KEY,             -- <bureau>.<letters>
  bureau       TEXT NOT NULL REFERENCES bureau (id),
  account      TEXT NOT NULL COLLATE NOCASE REFERENCES account (id),
  letters      TEXT NOT NULL,
  installation TEXT NOT NULL,                -- what the phone calls itself when it enrols
  name         TEXT NOT NULL,
  token_hash   BLOB NOT NULL UNIQUE,         -- SHA-256 of 256 random bits
  enrolled_at  TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,
  revoked_at   TEXT,
  UNIQUE (bureau, letters)
) STRICT;
INSERT INTO "device" VALUES('gongjing.A0','gongjing','zhang','A0','phone-1','手机',X'74FBD1EF12DB421B4DAF37EB623F4314EADAD859356DAC81644D9EDBD3C83EF0','2026-03-05T02:03:04.567Z','2026-03-05T02:03:04.567Z',NULL);
INSERT INTO "device" VALUES('gongjing.A1','gongjing','office','A1','phone-2','手机',X'A16A5223D98A0EABF5E05E52F96B93F16335C7C4590764DDBBDBB9DF186EB267','2026-03-05T02:03:04.567Z','2026-03-05T02:03:04.567Z',NULL);
CREATE TABLE enrolment_code (
  code_hash  BLOB PRIMARY KEY,
  bureau     TEXT NOT NULL REFERENCES bureau (id),
  account    TEXT NOT NULL COLLATE NOCASE REFERENCES account (id),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at    TEXT,
  device     TEXT REFERENCES device (id)
) STRICT;
INSERT INTO "enrolment_code" VALUES(X'6E0185FE5C2A5F97D00AA672FC349C65F1127CCB78F65F1469A5201B63343BA0','gongjing','zhang','2026-03-05T02:03:04.567Z','2026-03-08T02:03:04.567Z','2026-03-05T02:03:04.567Z','gongjing.A0');
INSERT INTO "enrolment_code" VALUES(X'49E234602D1268E970E7FA9B9D13BA2BD995273C7E78823FBE000FD14462D443','gongjing','office','2026-03-05T02:03:04.567Z','2026-03-08T02:03:04.567Z','2026-03-05T02:03:04.567Z','gongjing.A1');
CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO "flyway_schema_history" VALUES(1,'1','accounts devices and audit','SQL','V1__accounts_devices_and_audit.sql',-270421517,'','2026-11-21 21:05:39.733',38,1);
CREATE TABLE head_witness (
  device  TEXT NOT NULL REFERENCES device (id),
  bureau  TEXT NOT NULL REFERENCES bureau (id),
  epoch   TEXT NOT NULL,                     -- of the ledger as the device said so; another one after a restore
  seq     INTEGER NOT NULL,
  head    TEXT NOT NULL,
  known   INTEGER NOT NULL,                  -- 0: the ledger did not have this head even then; kept before all others
  seen_at TEXT NOT NULL,
  PRIMARY KEY (device, bureau)
) STRICT;
CREATE TABLE inbox (
  id          INTEGER PRIMARY KEY,
  bureau      TEXT NOT NULL REFERENCES bureau (id),
  account     TEXT NOT NULL,
  role        TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  entry       TEXT NOT NULL,
  received_at TEXT NOT NULL,
  bytes       BLOB NOT NULL,
  decided_at  TEXT,
  decision    TEXT CHECK (decision IN ('accepted', 'discarded')),
  UNIQUE (bureau, device, entry)
) STRICT;
CREATE TABLE login_failure (
  name         TEXT PRIMARY KEY COLLATE NOCASE,
  failures     INTEGER NOT NULL,
  last_at      TEXT NOT NULL,
  locked_until TEXT
) STRICT;
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX audit_by_bureau ON audit (bureau, at);
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit is never deleted');
END;
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit is never changed');
END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('audit',13);
COMMIT;
