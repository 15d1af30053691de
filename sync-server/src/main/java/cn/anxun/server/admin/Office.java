package cn.anxun.server.admin;

import cn.anxun.server.auth.Directory;
import cn.anxun.server.storage.BureauLedgers;
import java.net.URI;
import java.util.Optional;

/**
 * What an administrator's command works on.
 *
 * @param actor who the audit says it was
 * @param address where phones reach the server, where it is known
 * @param fingerprint of the server's certificate, where it has one of its own
 */
public record Office(
    Directory directory,
    BureauLedgers ledgers,
    String actor,
    Optional<URI> address,
    Optional<String> fingerprint) {}
