package cn.anxun.app.data.local;

import androidx.annotation.NonNull;
import androidx.room.Entity;
import androidx.room.PrimaryKey;

/**
 * The last spoken number that was given out; one that was given out is never given again.
 *
 * @param name year and device letters, such as {@code 2026-K3}
 */
@Entity(tableName = "counter")
public record CounterRow(@PrimaryKey @NonNull String name, int last) {}
