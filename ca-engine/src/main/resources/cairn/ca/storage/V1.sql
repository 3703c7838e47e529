-- Schema of the register, version 1. Immutable once released: a change is a new file.
-- Times: columns ending in _s count seconds, columns ending in _us microseconds since 1970-01-01T00:00:00Z.
-- Serial numbers and CRL numbers are 20 octets, filled with zeros on the left, so that their order is the numbers' order.

CREATE TABLE identity (
    workspace_id VARCHAR(64) NOT NULL,
    station INTEGER NOT NULL,
    purpose VARCHAR(1000) NOT NULL,
    created_us BIGINT NOT NULL,
    CONSTRAINT identity_pk PRIMARY KEY (workspace_id)
);

CREATE TABLE journal_position (
    one INTEGER NOT NULL,
    sequence BIGINT NOT NULL,
    chain VARBINARY(32) NOT NULL,
    CONSTRAINT journal_position_pk PRIMARY KEY (one)
);

CREATE TABLE authority (
    name VARCHAR(40) NOT NULL,
    state VARCHAR(1) NOT NULL,
    token_label VARCHAR(1000) NOT NULL,
    token_serial VARCHAR(1000) NOT NULL,
    key_id VARCHAR(1000) NOT NULL,
    key_label VARCHAR(1000) NOT NULL,
    algorithm VARCHAR(40) NOT NULL,
    parent VARCHAR(40),
    certificate VARBINARY(1000000),
    request VARBINARY(1000000),
    CONSTRAINT authority_pk PRIMARY KEY (name)
);

CREATE TABLE authority_chain (
    authority VARCHAR(40) NOT NULL,
    place INTEGER NOT NULL,
    certificate VARBINARY(1000000) NOT NULL,
    CONSTRAINT authority_chain_pk PRIMARY KEY (authority, place)
);

-- Intents that did not become certificates: open (O) or closed (C). A completed one moves to the table certificate.
CREATE TABLE intent (
    id UUID NOT NULL,
    sequence BIGINT NOT NULL,
    issuer VARCHAR(40) NOT NULL,
    serial VARBINARY(20) NOT NULL,
    profile VARCHAR(1000) NOT NULL,
    tbs VARBINARY(1000000) NOT NULL,
    request VARBINARY(32),
    skipped VARCHAR(1000000) NOT NULL,
    recorded_us BIGINT NOT NULL,
    not_after_s BIGINT NOT NULL,
    state VARCHAR(1) NOT NULL,
    CONSTRAINT intent_pk PRIMARY KEY (id)
);
CREATE UNIQUE INDEX intent_serial ON intent (serial, issuer);

-- Status: valid (V), held (H), revoked (R). The id is the sequence number of the journal entry.
CREATE TABLE certificate (
    id BIGINT NOT NULL,
    issuer VARCHAR(40) NOT NULL,
    serial VARBINARY(20) NOT NULL,
    subject_text VARCHAR(100000) NOT NULL,
    san_text VARCHAR(500000) NOT NULL,
    search_text VARCHAR(1000000) NOT NULL,
    not_before_s BIGINT NOT NULL,
    not_after_s BIGINT NOT NULL,
    spki VARBINARY(32) NOT NULL,
    status VARCHAR(1) NOT NULL,
    reason INTEGER,
    revoked_s BIGINT,
    owner VARCHAR(200) NOT NULL,
    tags VARCHAR(20000) NOT NULL,
    profile VARCHAR(1000) NOT NULL,
    intent UUID NOT NULL,
    CONSTRAINT certificate_pk PRIMARY KEY (id)
);
CREATE UNIQUE INDEX certificate_serial ON certificate (serial, issuer);
CREATE INDEX certificate_expiry ON certificate (status, not_after_s, owner);
CREATE INDEX certificate_owner ON certificate (owner, id);
CREATE INDEX certificate_spki ON certificate (spki);

CREATE TABLE certificate_der (
    id BIGINT NOT NULL,
    der VARBINARY(1000000) NOT NULL,
    CONSTRAINT certificate_der_pk PRIMARY KEY (id)
);

CREATE TABLE certificate_count (
    issuer VARCHAR(40) NOT NULL,
    status VARCHAR(1) NOT NULL,
    total BIGINT NOT NULL,
    CONSTRAINT certificate_count_pk PRIMARY KEY (issuer, status)
);

CREATE TABLE revocation (
    issuer VARCHAR(40) NOT NULL,
    serial VARBINARY(20) NOT NULL,
    reason INTEGER NOT NULL,
    revoked_s BIGINT NOT NULL,
    invalid_s BIGINT,
    expires_s BIGINT NOT NULL,
    CONSTRAINT revocation_pk PRIMARY KEY (issuer, serial)
);

CREATE TABLE blocked_key (
    spki VARBINARY(32) NOT NULL,
    words VARCHAR(10000) NOT NULL,
    CONSTRAINT blocked_key_pk PRIMARY KEY (spki)
);

-- State: intended (O), issued (I), closed without a list (C). A number is used up in every state.
CREATE TABLE crl (
    issuer VARCHAR(40) NOT NULL,
    number VARBINARY(20) NOT NULL,
    intent UUID NOT NULL,
    this_update_us BIGINT NOT NULL,
    next_update_us BIGINT NOT NULL,
    entries INTEGER NOT NULL,
    tbs VARBINARY(32) NOT NULL,
    state VARCHAR(1) NOT NULL,
    list VARBINARY(32),
    CONSTRAINT crl_pk PRIMARY KEY (issuer, number)
);
CREATE UNIQUE INDEX crl_intent ON crl (intent);

COMMENT ON TABLE identity IS 'Cairn register, schema version 1';
