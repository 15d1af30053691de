package cn.anxun.core.sync;

/**
 * What one sync did.
 *
 * @param sent entries the server has accepted, now or before
 * @param received entries that were not held before
 * @param quarantined put aside, to be mended
 * @param deferred of a kind the server does not know yet
 * @param held handed over into the inbox for revoked devices
 * @param differing for which the server holds other bytes
 * @param waiting still pending at the end
 */
public record SyncCounts(
    int sent, int received, int quarantined, int deferred, int held, int differing, int waiting) {}
