package cn.anxun.app.feature.review;

import android.content.res.Resources;
import android.view.View;
import android.widget.TextView;
import cn.anxun.app.R;
import cn.anxun.app.paper.OpenOrders.OpenOrder;

/** An order that was reviewed, and the way to the paper that answers it. */
final class OrderHolder extends ReviewAdapter.Holder {
  private final ReviewActions actions;
  private final TextView site;
  private final TextView line;
  private final View answer;

  OrderHolder(View view, ReviewActions actions) {
    super(view);
    this.actions = actions;
    site = view.findViewById(R.id.review_order_site);
    line = view.findViewById(R.id.review_order_line);
    answer = view.findViewById(R.id.review_order_answer);
  }

  @Override
  void show(ReviewItem item) {
    OpenOrder order = ((ReviewItem.Order) item).order();
    Resources resources = itemView.getResources();
    String number =
        order.number().isEmpty()
            ? resources.getString(R.string.review_order_waiting)
            : order.number();
    site.setText(
        order.site().isEmpty() ? resources.getString(R.string.review_site_unknown) : order.site());
    line.setText(
        order.isReviewed()
            ? resources.getQuantityString(
                R.plurals.review_order_reviewed, order.lines(), number, order.lines())
            : resources.getQuantityString(
                R.plurals.review_order_some,
                order.lines() - order.reviewed(),
                number,
                order.lines(),
                order.lines() - order.reviewed()));
    answer.setContentDescription(
        resources.getString(R.string.review_order_answer_of, site.getText()));
    answer.setOnClickListener(tap -> actions.answer(order));
  }
}
