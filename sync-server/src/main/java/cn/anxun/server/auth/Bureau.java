package cn.anxun.server.auth;

/**
 * A bureau whose ledger this server keeps.
 *
 * @param id 1 to 48 of {@code a-z 0-9 -}; the name of its file
 * @param name as people know it
 * @param division the code of its district, 6 digits; "" where it is not known
 */
public record Bureau(String id, String name, String division) {}
