using ArtisansCorner.Sales;

namespace ArtisansCorner.Webhooks.Incoming;

/// <summary>Reads WooCommerce's orders. Their lines are without tax and after coupons; refunds tell no more than an amount.</summary>
internal static class WoocommerceReader
{
    /// <summary>What the payload of this topic tells.</summary>
    public static Told Read(string topic, Payload order)
    {
        if (topic is not ("order.created" or "order.updated" or "order.restored")) return Told.No("Of this topic nothing is recorded.");
        var number = order.Text("number") ?? order.Need("id");
        var status = order.Need("status");
        var calledOff = status is "cancelled" or "failed" or "trash";
        if (status is "pending" or "checkout-draft" or "auto-draft") return Told.No("This order is not placed yet.");
        return new Told
        {
            Number = number,
            Reference = order.Need("id"),
            CalledOff = calledOff,
            Sale = calledOff ? null : Sale(order, number),
            Refunds = [.. order.List("refunds").Select(refund => new ToldRefund(refund.Need("id"), order.Instant("date_modified_gmt"), [], Math.Abs(refund.Money("total"))))],
        };
    }

    private static NewSale Sale(Payload order, string number)
    {
        List<NewSaleLine> lines = [];
        foreach (var line in order.List("line_items").Where(line => line.Count("quantity") > 0))
        {
            var subtotal = Math.Max(0, line.Money("subtotal"));
            lines.Add(ToldLines.Of(line.Text("sku", 100), line.Text("name", 300), line.Count("quantity")!.Value, subtotal, subtotal - Math.Max(0, line.Money("total"))));
        }

        var fees = order.List("fee_lines").Select(fee => (Name: fee.Text("name", 300), Total: fee.Money("total"))).ToList();
        lines.AddRange(fees.Where(fee => fee.Total > 0).Select(fee => ToldLines.Of(null, fee.Name ?? "Fee", 1, fee.Total, 0)));
        var billing = order["billing"];
        var name = string.Join(' ', new[] { billing.Text("first_name", 90), billing.Text("last_name", 90) }.Where(part => part is not null));
        return new NewSale(
            "WooCommerce", number, order.Instant("date_created_gmt"), Currency: order.Text("currency"), Lines: lines,
            Customer: ToldLines.BuyerOf(billing.Text("email", 320), name.Length > 0 ? name : null, billing, "country", "state", order.Count("customer_id") is > 0 and var id ? $"{id}" : null),
            OrderDiscount: -fees.Where(fee => fee.Total < 0).Sum(fee => fee.Total),
            Shipping: Math.Max(0, order.Money("shipping_total")), Tax: Math.Max(0, order.Money("total_tax")));
    }
}
