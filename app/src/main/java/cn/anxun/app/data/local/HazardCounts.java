package cn.anxun.app.data.local;

import androidx.room.ColumnInfo;

/**
 * How many hazards stand where on a day.
 *
 * @param open overdue ones included
 * @param overdue open and past their deadline
 * @param rectified awaiting their review, those past it included
 * @param reviewOverdue awaiting it past its day
 */
public record HazardCounts(
    int open,
    int overdue,
    int rectified,
    @ColumnInfo(name = "review_overdue") int reviewOverdue,
    int closed) {}
