using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>Where the columns of our own sales format stand in a file, by their names or what others call them; −1 where one is missing.</summary>
internal sealed class OwnSalesColumns(Headings headings)
{
    private static readonly string[] Totals = ["total", "summe", "gesamt", "totale", "totaal"];

    /// <summary>The headings of the template, in its order.</summary>
    public static readonly IReadOnlyList<string> Template =
    [
        "order", "date", "channel", "customer email", "customer name", "country", "sku", "title", "quantity", "unit price",
        "discount", "order discount", "shipping", "tax", "marketplace tax", "fees", "note", "kind",
    ];

    public int Order { get; } = headings.Find("order", "order id", "order number", "order no", "invoice", "invoice number", "receipt", "receipt number");

    public int Date { get; } = headings.Find("date", "order date", "sale date", "sold at", "sold on", "sold", "date sold", "date of sale", "when", "date and time", "day");

    public int Channel { get; } = headings.Find("channel", "source", "platform", "sold through", "where");

    public int Email { get; } = headings.Find("customer email", "email", "e-mail", "buyer email", "email address");

    public int Customer { get; } = headings.Find("customer name", "customer", "buyer", "buyer name", "full name");

    public int Country { get; } = headings.Find("country", "customer country", "ship country", "shipping country");

    public int Sku { get; } = headings.Find("sku", "code", "product code", "item code", "item number");

    public int Title { get; } = headings.Find("title", "product", "item", "product name", "item name", "name", "description");

    public int Quantity { get; } = headings.Find("quantity", "qty", "units", "pieces", "how many");

    public int UnitPrice { get; } = headings.Find("unit price", "price", "item price", "price each", "each");

    /// <summary>What all pieces of the row came to; beside a price it shows whether that is of one piece or of all of them.</summary>
    public int Total { get; } = headings.Find([.. Totals, "line total", "row total", "total price", "gesamtpreis"]);

    /// <summary>Whether a row says only what all of its pieces came to, and not what one is.</summary>
    public bool IsByTotal => UnitPrice < 0 && Total >= 0;

    /// <summary>
    /// Whether the sum is of a row, as its heading says or because there is nothing else that it could be of: a sum beside the number of an order may be
    /// the order's, one beside shipping and tax may hold those.
    /// </summary>
    public bool IsTotalOfRow => headings.Find(Totals) < 0 || Array.TrueForAll([Order, .. OfOrder], column => column < 0);

    public int Discount { get; } = headings.Find("discount", "line discount", "item discount");

    public int OrderDiscount { get; } = headings.Find("order discount", "discount on order", "coupon", "coupon amount");

    public int Shipping { get; } = headings.Find("shipping", "postage", "delivery", "shipping charged");

    public int Tax { get; } = headings.Find("tax", "vat", "sales tax", "gst");

    public int MarketplaceTax { get; } = headings.Find("marketplace tax", "tax collected by marketplace");

    public int Fees { get; } = headings.Find("fees", "fee", "commission", "channel fees");

    public int Note { get; } = headings.Find("note", "notes", "comment", "remark");

    public int Kind { get; } = headings.Find("kind", "type", "sale or refund");

    public int Status { get; } = SaleStatus.In(headings);

    public int Currency { get; } = OwnCurrency.In(headings);

    /// <summary>The columns with amounts.</summary>
    public int[] Amounts => [.. OfOrder.Prepend(Discount).Prepend(IsByTotal ? Total : UnitPrice).Where(column => column >= 0)];

    /// <summary>The columns with amounts of the whole order.</summary>
    public int[] OfOrder => [OrderDiscount, Shipping, Tax, MarketplaceTax, Fees];

    /// <summary>How many of ours the file has.</summary>
    public int Count => Amounts.Length + new[] { Order, Date, Channel, Email, Customer, Country, Sku, Title, Quantity, Note, Kind, Status, Currency }.Count(column => column >= 0);
}
