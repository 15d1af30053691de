package cn.anxun.app.ui;

import androidx.annotation.NonNull;
import androidx.recyclerview.widget.DiffUtil;
import java.util.function.Function;

/** Rows of a list: the same by what tells them apart, unchanged where they are equal. */
public final class ById<T> extends DiffUtil.ItemCallback<T> {
  private final Function<T, String> id;

  /**
   * @param id tells one row from another
   */
  public ById(Function<T, String> id) {
    this.id = id;
  }

  @Override
  public boolean areItemsTheSame(@NonNull T before, @NonNull T after) {
    return id.apply(before).equals(id.apply(after));
  }

  @Override
  public boolean areContentsTheSame(@NonNull T before, @NonNull T after) {
    return before.equals(after);
  }
}
