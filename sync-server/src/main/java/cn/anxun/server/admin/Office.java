package cn.anxun.server.admin;

import cn.anxun.server.auth.Directory;
import cn.anxun.server.enrolment.PhoneAccess;
import cn.anxun.server.paper.NumberDesk;
import cn.anxun.server.storage.BureauLedgers;

/**
 * What an administrator's command works on.
 *
 * @param actor who the audit says it was
 * @param access where phones reach the server, as far as it is known
 */
public record Office(
    Directory directory,
    BureauLedgers ledgers,
    NumberDesk numbers,
    String actor,
    PhoneAccess access) {}
