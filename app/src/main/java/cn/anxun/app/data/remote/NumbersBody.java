package cn.anxun.app.data.remote;

/**
 * A message about numbers, written by core.
 *
 * @param json not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
record NumbersBody(byte[] json) {}
