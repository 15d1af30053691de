package cn.anxun.server.auth;

/**
 * The highest head of the chain that a device says it has seen.
 *
 * @param known false where the ledger did not have this head even as the device told it
 */
public record HeadWitness(String device, long seq, String head, boolean known) {}
