using ArtisansCorner.Sales;

namespace ArtisansCorner.Webhooks.Incoming;

/// <summary>
/// Reads Square's payments and refunds. They tell amounts, not pieces or taxes; Square's order events tell nothing but ids,
/// so that a payment is one line, and an order event changes nothing.
/// </summary>
internal static class SquareReader
{
    /// <summary>What the payload of this type tells.</summary>
    public static Told Read(string type, Payload body) => type switch
    {
        "payment.created" or "payment.updated" => Payment(body["data"]["object"]["payment"]),
        "refund.created" or "refund.updated" => Refund(body["data"]["object"]["refund"]),
        _ when type.StartsWith("order.", StringComparison.Ordinal) => Told.No("Square tells no more than an id with this event; the payment is recorded by its own."),
        _ => Told.No("Of this type nothing is recorded."),
    };

    private static Told Payment(Payload payment)
    {
        var (id, status) = (payment.Need("id"), payment.Need("status"));
        if (status != "COMPLETED") return Told.No("This payment is not completed.");
        var money = payment["amount_money"];
        if (money.Count("amount") is not > 0) return Told.No("Nothing was paid.");
        var fees = payment.List("processing_fee").Sum(fee => fee["amount_money"].Count("amount") ?? 0);
        var number = payment.Text("order_id", 90) ?? id;
        return new Told
        {
            Number = number, Reference = id, IsPart = true,
            Sale = new NewSale(
                "Square", number, payment.Instant("created_at"), Currency: money.Text("currency"),
                Customer: ToldLines.BuyerOf(payment.Text("buyer_email_address", 320), null, payment["billing_address"], "country", "administrative_district_level_1", payment.Text("customer_id")),
                Lines: [ToldLines.Of(null, payment.Text("note", 200) ?? "Square payment", 1, money.Count("amount")!.Value, 0)],
                Fees: fees == 0 ? null : [new NewFee("processing", fees, NumberOf(payment, id))]),
        };
    }

    // As the transactions file names it: by the order, which it calls transaction, and the payment.
    private static string? NumberOf(Payload payment, string id) => payment.Text("order_id", 90) is { } order ? $"{order} {id}" : null;

    private static Told Refund(Payload refund)
    {
        var (id, status) = (refund.Need("id"), refund.Need("status"));
        if (status != "COMPLETED") return Told.No("This refund is not completed.");
        return new Told
        {
            Reference = refund.Need("payment_id"), Number = refund.Text("order_id"),
            Refunds = [new ToldRefund(id, refund.Instant("created_at"), [], refund["amount_money"].Count("amount") ?? 0)],
        };
    }
}
