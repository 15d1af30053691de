package cn.anxun.app.data.remote;

import cn.anxun.core.entry.WrittenEntry;
import java.util.List;

/** What one push hands over. */
record PushedEntries(List<WrittenEntry> entries) {}
