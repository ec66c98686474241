using ArtisansCorner.Sales;

namespace ArtisansCorner.Webhooks.Incoming;

/// <summary>
/// Reads Shopify's orders/create, orders/updated and refunds/create. Prices that include tax are taken without it; tax that a channel
/// is liable for is the marketplace's; gift cards and tips are no sales.
/// </summary>
internal static class ShopifyReader
{
    /// <summary>What the payload of this topic tells.</summary>
    public static Told Read(string topic, Payload body) => topic switch
    {
        "orders/create" or "orders/updated" => Order(body),
        "refunds/create" => new Told { Reference = body.Need("order_id"), Refunds = [Refund(body)] },
        _ => Told.No("Of this topic nothing is recorded."),
    };

    private static Told Order(Payload order)
    {
        var (number, id) = (order.Need("name"), order.Need("id"));
        if (order.Flag("test")) return Told.No("This is a test order.");
        var calledOff = order["cancelled_at"].Exists || order.Text("financial_status") == "voided";
        return new Told
        {
            Number = number, Reference = id, CalledOff = calledOff, Sale = calledOff ? null : Sale(order, number),
            Refunds = [.. order.List("refunds").Select(Refund)],
        };
    }

    private static NewSale Sale(Payload order, string number)
    {
        var included = order.Flag("taxes_included");
        var across = order.List("discount_applications").Index().Where(one => one.Item.Text("allocation_method") == "across").Select(one => one.Index).ToHashSet();
        List<NewSaleLine> lines = [];
        var whole = 0L;
        foreach (var line in order.List("line_items").Where(line => !line.Flag("gift_card") && line.Count("quantity") > 0))
        {
            var quantity = line.Count("quantity")!.Value;
            var ofOrder = Allocated(line, index => across.Contains(index));
            whole += ofOrder;
            var gross = line.Money("price") * quantity - (included ? TaxOf(line) : 0);
            lines.Add(ToldLines.Of(line.Text("sku", 100), Title(line), quantity, Math.Max(0, gross), Allocated(line, index => !across.Contains(index))));
        }

        var shipping = order.List("shipping_lines");
        var marketplace = order.List("tax_lines").Where(tax => tax.Flag("channel_liable")).Sum(tax => tax.Money("price"));
        return new NewSale(
            "Shopify", number, order.Instant("created_at"), Currency: order.Text("currency"), Lines: lines, OrderDiscount: whole,
            Customer: ToldLines.BuyerOf(order.Text("email", 320), Name(order["customer"]), order["shipping_address"].Exists ? order["shipping_address"] : order["billing_address"], "country_code", "province", order["customer"].Text("id")),
            Shipping: Math.Max(0, shipping.Sum(one => one.Money("price") - (included ? TaxOf(one) : 0))),
            ShippingDiscount: shipping.Sum(one => Allocated(one, _ => true)),
            Tax: Math.Max(0, order.Money("total_tax") - marketplace), MarketplaceTax: marketplace);
    }

    private static ToldRefund Refund(Payload refund)
    {
        var lines = refund.List("refund_line_items");
        var postage = refund.List("order_adjustments").Where(one => one.Text("kind") == "shipping_refund").ToList();
        var paid = refund.List("transactions").Where(one => one.Text("kind") == "refund" && one.Text("status") == "success").Sum(one => one.Money("amount"));
        return new ToldRefund(
            refund.Need("id"), refund.Instant("created_at"),
            [.. lines.Select(line => new ToldReturn(line["line_item"].Text("sku", 100), Title(line["line_item"]), line.Count("quantity") ?? 0, line.Money("subtotal")))],
            lines.Count == 0 && postage.Count == 0 ? paid : null,
            Shipping: postage.Sum(one => Math.Abs(one.Money("amount"))),
            Tax: lines.Sum(line => line.Money("total_tax")) + postage.Sum(one => Math.Abs(one.Money("tax_amount"))),
            Restock: lines.Any(line => line.Text("restock_type") is "return" or "cancel" or "legacy_restock"));
    }

    private static long TaxOf(Payload line) => line.List("tax_lines").Sum(tax => tax.Money("price"));

    private static long Allocated(Payload line, Func<int, bool> which) =>
        line.List("discount_allocations").Where(one => which((int)Math.Clamp(one.Count("discount_application_index") ?? -1, -1, int.MaxValue))).Sum(one => one.Money("amount"));

    private static string? Title(Payload line) =>
        line.Text("title", 200) is { } title && line.Text("variant_title", 90) is { } variant ? $"{title}, {variant}" : line.Text("title", 200) ?? line.Text("name", 200);

    private static string? Name(Payload person) =>
        string.Join(' ', new[] { person.Text("first_name", 90), person.Text("last_name", 90) }.Where(part => part is not null)) is { Length: > 0 } name ? name : null;
}
