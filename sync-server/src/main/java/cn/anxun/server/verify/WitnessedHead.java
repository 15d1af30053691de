package cn.anxun.server.verify;

/**
 * A head of the chain that someone was given, kept outside of the ledger.
 *
 * @param by who has it: a device, or the command's option
 * @param hash 64 hexadecimal digits
 */
public record WitnessedHead(String by, long seq, String hash) {}
