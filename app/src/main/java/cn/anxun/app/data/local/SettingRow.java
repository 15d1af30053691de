package cn.anxun.app.data.local;

import androidx.annotation.NonNull;
import androidx.room.Entity;
import androidx.room.PrimaryKey;

/** A setting of this phone. */
@Entity(tableName = "setting")
public record SettingRow(@PrimaryKey @NonNull String name, @NonNull String value) {}
