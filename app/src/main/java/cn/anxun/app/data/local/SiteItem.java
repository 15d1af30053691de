package cn.anxun.app.data.local;

import androidx.room.ColumnInfo;
import androidx.room.Embedded;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A site in a list.
 *
 * @param lastVisit the day of its last inspection; null where there was none
 * @param unclosed how many of its hazards are open or await their review
 */
public record SiteItem(
    @Embedded RecordRow record,
    @ColumnInfo(name = "last_visit") @Nullable LocalDate lastVisit,
    int unclosed) {}
