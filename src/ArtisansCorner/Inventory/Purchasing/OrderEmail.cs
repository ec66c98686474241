using System.Globalization;
using System.Net;
using System.Text;
using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Email;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>Says an order as an e-mail to the supplier: as plain text, and as simple HTML that any program shows. It says what is wanted and how much of it, and what was agreed to pay; the order as PDF goes with it.</summary>
public static class OrderEmail
{
    private const string Page = "font-family:sans-serif;line-height:1.5;max-width:40em;margin:1em auto;padding:0 1em";
    private const string Attached = "The order is attached as PDF.";

    /// <summary>The e-mail of an order.</summary>
    public static EmailContent Of(PurchaseItem order, Supplier? supplier, ShopFacts shop)
    {
        var (facts, lines, sums) = (Facts(order), Lines(order, shop), Sums(order, shop));
        var text = new StringBuilder($"Order {order.Number} from {shop.Name}\r\n\r\n");
        foreach (var fact in facts) text.Append(CultureInfo.InvariantCulture, $"{fact}\r\n");
        if (facts.Count > 0) text.Append("\r\n");
        foreach (var (quantity, name, cost) in lines) text.Append(CultureInfo.InvariantCulture, $"{quantity}  {name}  {cost}\r\n");
        foreach (var (words, amount) in sums) text.Append(CultureInfo.InvariantCulture, $"{words}: {amount}\r\n");
        if (order.Note is not null) text.Append(CultureInfo.InvariantCulture, $"\r\n{order.Note}\r\n");
        text.Append(CultureInfo.InvariantCulture, $"\r\n{Attached}\r\n");

        // Mail servers break lines of more than 998 bytes.
        var html = new StringBuilder($"<!DOCTYPE html><html lang=\"en\"><body style=\"{Page}\">\r\n<h1>Order {order.Number} from {Safe(shop.Name)}</h1>\r\n");
        foreach (var fact in facts) html.Append(CultureInfo.InvariantCulture, $"<p>{Safe(fact)}</p>\r\n");
        html.Append("<table cellpadding=\"6\">\r\n<tr><th align=\"left\">What</th><th align=\"right\">How much</th><th align=\"right\">Cost</th></tr>\r\n");
        foreach (var (quantity, name, cost) in lines) html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Safe(name)}</td><td align=\"right\">{Safe(quantity)}</td><td align=\"right\">{Safe(cost)}</td></tr>\r\n");
        foreach (var (words, amount) in sums) html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Safe(words)}</td><td></td><td align=\"right\">{Safe(amount)}</td></tr>\r\n");
        html.Append("</table>\r\n");
        foreach (var line in order.Note?.Split('\n') ?? []) html.Append(CultureInfo.InvariantCulture, $"<p>{Safe(line.TrimEnd('\r'))}</p>\r\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>{Attached}</p>\r\n</body></html>\r\n");
        return new EmailContent($"Order {order.Number} from {shop.Name}", text.ToString(), html.ToString()) { Attachment = PurchaseFiles.PdfOf(order, supplier, shop) };
    }

    private static List<string> Facts(PurchaseItem order) =>
    [
        .. new[]
        {
            $"Ordered: {PurchaseWords.Day(order.OrderedOn)}", order.ExpectedOn is { } day ? $"Wanted by: {PurchaseWords.Day(day)}" : null, order.Reference is null ? null : $"Your number: {order.Reference}",
        }.OfType<string>(),
    ];

    private static List<(string Quantity, string Name, string Cost)> Lines(PurchaseItem order, ShopFacts shop) =>
        [.. order.Lines.Select(line => (Unit.Words(line.Quantity, line.Unit), $"{line.Name} ({line.Sku})", Money(line.Cost, shop)))];

    private static IEnumerable<(string Words, string Amount)> Sums(PurchaseItem order, ShopFacts shop) =>
        new (string Words, long Amount)[] { ("Freight", order.Freight), ("Tax", order.Tax), ("Discount", -order.Discount) }.Where(extra => extra.Amount != 0).Append(("Total", order.Total)).Select(extra => (extra.Item1, Money(extra.Item2, shop)));

    private static string Money(long minor, ShopFacts shop) => new Money(minor, shop.Currency).ToString();

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
