package cn.anxun.app.data.local;

import androidx.room.ColumnInfo;
import androidx.room.Embedded;
import org.jspecify.annotations.Nullable;

/** A record in a list, with the name of its site where it has one that is known. */
public record RecordItem(
    @Embedded RecordRow record, @ColumnInfo(name = "site_name") @Nullable String siteName) {}
