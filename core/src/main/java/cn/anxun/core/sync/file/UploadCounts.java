package cn.anxun.core.sync.file;

/**
 * What one run did.
 *
 * @param stored files that were sent
 * @param known files that the bureau had already
 * @param quarantined files that are not tried again until somebody asks
 * @param failed files that are tried again later by themselves
 * @param resumed how often a file was gone on with in its midst
 * @param sent bytes that have left the phone
 */
public record UploadCounts(
    int stored, int known, int quarantined, int failed, int resumed, long sent) {}
