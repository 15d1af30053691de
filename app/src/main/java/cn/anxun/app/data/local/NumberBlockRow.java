package cn.anxun.app.data.local;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.PrimaryKey;

/**
 * A block of paper numbers that the server reserved for a device. A number that was taken is never
 * taken again: {@code next} only grows.
 *
 * @param block the id of the entry that reserved it
 * @param device for which it was reserved; another enrolment may not use it
 * @param paper its key, such as {@code order}
 * @param last the last number of the block, inclusive
 * @param next the next number to be taken; {@code last + 1} once it is used up
 * @param givenBack given back, and none of it is taken any more, whether the server knows it or not
 */
@Entity(tableName = "number_block")
public record NumberBlockRow(
    @PrimaryKey @NonNull String block,
    @NonNull String device,
    @NonNull String paper,
    int year,
    @ColumnInfo(name = "first_serial") long first,
    @ColumnInfo(name = "last_serial") long last,
    @ColumnInfo(name = "next_serial") long next,
    @ColumnInfo(name = "given_back") boolean givenBack) {

  /** How many numbers it still holds. */
  public long left() {
    return givenBack ? 0 : last - next + 1;
  }
}
