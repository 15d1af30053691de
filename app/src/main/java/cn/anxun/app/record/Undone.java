package cn.anxun.app.record;

import java.util.List;

/**
 * What became of undone entries.
 *
 * @param withdrawn ids that were never sent, and are gone as if they had not been said
 * @param voided ids that were sent or begun to be, and are voided by an entry that goes after them
 */
public record Undone(List<String> withdrawn, List<String> voided) {}
