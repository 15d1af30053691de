package cn.anxun.app.feature.review;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import androidx.recyclerview.widget.AsyncDifferConfig;
import androidx.recyclerview.widget.DiffUtil;
import androidx.recyclerview.widget.ListAdapter;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.R;
import cn.anxun.app.photo.Thumbnails;
import java.util.concurrent.Executor;

/** The rows of a round. */
final class ReviewAdapter extends ListAdapter<ReviewItem, ReviewAdapter.Holder> {
  private static final DiffUtil.ItemCallback<ReviewItem> DIFFERENCE =
      new DiffUtil.ItemCallback<>() {
        @Override
        public boolean areItemsTheSame(ReviewItem before, ReviewItem after) {
          return before.key().equals(after.key());
        }

        @Override
        public boolean areContentsTheSame(ReviewItem before, ReviewItem after) {
          if (before instanceof ReviewItem.Hazard one && after instanceof ReviewItem.Hazard other) {
            return one.looksLike(other);
          }
          return before.equals(after);
        }
      };

  private final ReviewActions actions;
  private final Thumbnails thumbnails;

  ReviewAdapter(ReviewActions actions, Thumbnails thumbnails, Executor background) {
    super(
        new AsyncDifferConfig.Builder<>(DIFFERENCE)
            .setBackgroundThreadExecutor(background)
            .build());
    this.actions = actions;
    this.thumbnails = thumbnails;
  }

  /** A view of a row. */
  abstract static class Holder extends RecyclerView.ViewHolder {
    Holder(View view) {
      super(view);
    }

    abstract void show(ReviewItem item);
  }

  @Override
  public int getItemViewType(int position) {
    ReviewItem item = getItem(position);
    if (item instanceof ReviewItem.Heading) {
      return R.layout.review_header;
    }
    if (item instanceof ReviewItem.Order) {
      return R.layout.review_order;
    }
    return item instanceof ReviewItem.Site ? R.layout.review_site : R.layout.review_hazard;
  }

  @Override
  public Holder onCreateViewHolder(ViewGroup parent, int layout) {
    View view = LayoutInflater.from(parent.getContext()).inflate(layout, parent, false);
    if (layout == R.layout.review_header) {
      return new HeadingHolder(view, actions);
    }
    if (layout == R.layout.review_order) {
      return new OrderHolder(view, actions);
    }
    return layout == R.layout.review_site
        ? new SiteHolder(view, actions)
        : new HazardHolder(view, actions, thumbnails);
  }

  @Override
  public void onBindViewHolder(Holder holder, int position) {
    holder.show(getItem(position));
  }
}
