package cn.anxun.app.feature.review;

import android.content.Context;
import android.content.res.Resources;
import android.view.View;
import android.widget.TextView;
import cn.anxun.app.R;
import com.google.android.material.button.MaterialButton;

/** A site, with 全部 for all its hazards. */
final class SiteHolder extends ReviewAdapter.Holder {
  private final ReviewActions actions;
  private final TextView name;
  private final TextView count;
  private final MaterialButton all;
  private final View choice;
  private final MaterialButton shared;
  private final MaterialButton each;
  private final ShootPanel shoot;

  SiteHolder(View view, ReviewActions actions) {
    super(view);
    this.actions = actions;
    name = view.findViewById(R.id.review_site_name);
    count = view.findViewById(R.id.review_site_count);
    all = view.findViewById(R.id.review_all_passed);
    choice = view.findViewById(R.id.review_all_choice);
    shared = view.findViewById(R.id.review_all_shared);
    each = view.findViewById(R.id.review_all_each);
    shoot = new ShootPanel(view, actions);
  }

  @Override
  void show(ReviewItem item) {
    ReviewItem.Site site = (ReviewItem.Site) item;
    SiteRound round = site.round();
    Context context = itemView.getContext();
    Resources resources = context.getResources();
    String called =
        round.name().isEmpty() ? resources.getString(R.string.review_site_unknown) : round.name();
    int hazards = round.hazards().size();
    name.setText(called);
    count.setText(resources.getQuantityString(R.plurals.review_site_count, hazards, hazards));
    all.setVisibility(hazards > 1 && !site.shoot().isPresent() ? View.VISIBLE : View.GONE);
    all.setContentDescription(resources.getString(R.string.review_all_passed_of, called));
    all.setOnClickListener(v -> actions.allPassed(round));
    choice.setVisibility(site.choosing() && !site.shoot().isPresent() ? View.VISIBLE : View.GONE);
    shared.setOnClickListener(v -> actions.allPassed(round, false));
    each.setText(resources.getString(R.string.review_all_each, hazards));
    each.setOnClickListener(v -> actions.allPassed(round, true));
    shoot.show(site.shoot(), site.next());
  }
}
