using System.Globalization;
using System.Net;
using System.Text;
using ArtisansCorner.Platform.Email;

namespace ArtisansCorner.Sales;

/// <summary>Says a receipt as an e-mail: as plain text, and as simple HTML that any program shows.</summary>
public static class ReceiptEmail
{
    private const string Cell = "padding:6px 0;border-bottom:1px solid #ddd";

    /// <summary>The e-mail of a receipt.</summary>
    public static EmailContent Of(Receipt receipt) => new($"Your receipt from {receipt.Shop}", TextOf(receipt), HtmlOf(receipt));

    private static string TextOf(Receipt receipt)
    {
        var text = new StringBuilder();
        Line(receipt.Shop);
        Line(receipt.When);
        Line(Head(receipt));
        if (receipt.Warning is not null) Line(receipt.Warning);
        Line("");
        foreach (var line in receipt.Lines) Line($"{Pieces(line)}: {line.Sum}");
        Line("");
        foreach (var (words, amount) in Sums(receipt)) Line($"{words}: {amount}");
        Line("");
        Line(Receipt.Thanks);
        return text.ToString();

        void Line(string words) => text.Append(words).Append("\r\n");
    }

    private static string HtmlOf(Receipt receipt)
    {
        // Mail servers break lines of more than 998 bytes.
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><body style=\"font-family:sans-serif;line-height:1.5;max-width:32em;margin:1em auto;padding:0 1em\">\r\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1 style=\"font-size:1.3em;margin:0\">{Safe(receipt.Shop)}</h1><p style=\"margin:0\">{Safe(receipt.When)}<br><small>{Safe(Head(receipt))}</small></p>\r\n");
        if (receipt.Warning is not null) html.Append(CultureInfo.InvariantCulture, $"<p><strong>{Safe(receipt.Warning)}</strong></p>");
        html.Append("<table style=\"width:100%;border-collapse:collapse;margin:1em 0\">\r\n");
        foreach (var line in receipt.Lines) Row(Pieces(line), line.Sum.ToString(), "td");
        foreach (var (words, amount) in Sums(receipt)) Row(words, amount, "th");
        return html.Append(CultureInfo.InvariantCulture, $"</table><p>{Safe(Receipt.Thanks)}</p></body></html>").ToString();

        void Row(string words, string amount, string cell) =>
            html.Append(CultureInfo.InvariantCulture, $"<tr><{cell} style=\"{Cell};text-align:left\">{Safe(words)}</{cell}><td style=\"{Cell};text-align:right;white-space:nowrap\">{Safe(amount)}</td></tr>\r\n");
    }

    private static string Head(Receipt receipt) => $"Receipt {receipt.Number}{(receipt.Buyer is null ? "" : $" for {receipt.Buyer}")}";

    private static string Pieces(ReceiptLine line) => line.Quantity == 1 ? line.Title : string.Create(CultureInfo.InvariantCulture, $"{line.Title}, {line.Quantity:N0} at {line.UnitPrice} each");

    private static IEnumerable<(string Words, string Amount)> Sums(Receipt receipt)
    {
        foreach (var sum in receipt.Sums) yield return (sum.Words, sum.Amount.ToString());
        yield return (receipt.PaidWords, receipt.Paid.ToString());
        if (receipt.GivenBack is { } back) yield return ("Given back since", back.ToString());
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
