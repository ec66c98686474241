using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Sales;

/// <summary>A refund as it is being typed, every text as it was typed.</summary>
public sealed class RefundForm
{
    /// <summary>Which button was pressed: “refund” gives back, anything else only adds up.</summary>
    public string? Do { get; set; }

    /// <summary>Made with the form, so that sending it twice gives back once.</summary>
    public Guid Token { get; set; }

    /// <summary>The lines of the sale.</summary>
    // The form's binder sets what was not sent to null.
    public List<RefundFormLine> Lines { get; set => field = value ?? []; } = [];

    /// <summary>Shipping given back.</summary>
    public string? Shipping { get; set; }

    /// <summary>Own tax given back.</summary>
    public string? Tax { get; set; }

    /// <summary>Whether the pieces go back on the shelf.</summary>
    public bool Restock { get; set; }

    /// <summary>The form for everything that is left of a sale.</summary>
    public static RefundForm For(SaleDetails sale) => new()
    {
        Token = Guid.CreateVersion7(),
        Lines = [.. sale.Lines.Where(line => line.QuantityLeft > 0 || line.AmountLeft > 0).Select(line => new RefundFormLine { LineId = line.Id, Quantity = $"{line.QuantityLeft}" })],
        Restock = true,
    };

    /// <summary>The refund that it says, and what in it cannot be read.</summary>
    public (NewRefund Refund, List<Problem> Problems) Read(ShopFacts shop)
    {
        var reader = new FormReader(shop.Currency);
        var lines = Lines.Index().Select(line => line.Item.Read(reader, $"Lines[{line.Index}].")).ToList();
        var refund = new NewRefund(lines, Shipping: reader.Money(Shipping, "Shipping") ?? 0, Tax: reader.Money(Tax, "Tax") ?? 0, Restock: Restock);
        return (refund, reader.Problems);
    }

    /// <summary>What all of it comes to, or nothing as long as that cannot be said.</summary>
    public long? Total(SaleDetails sale, ShopFacts shop)
    {
        var (refund, problems) = Read(shop);
        if (problems.Count > 0) return null;
        Int128 total = (Int128)refund.Shipping + refund.Tax;
        foreach (var wanted in refund.Lines!)
        {
            if (sale.Lines.FirstOrDefault(line => line.Id == wanted.LineId) is not { } line) return null;
            total += wanted.Amount ?? ShareOf(line, wanted.Quantity);
        }

        return total < 0 || total > Amounts.Most ? null : (long)total;
    }

    /// <summary>What was paid for so many pieces of a line and is not given back yet.</summary>
    public static long ShareOf(SaleLineItem line, long quantity) => quantity >= line.QuantityLeft
        ? line.AmountLeft
        : quantity <= 0 ? 0 : Math.Min(line.AmountLeft, (long)((Int128)line.NetSales * quantity / line.Quantity));
}

/// <summary>What comes back of one line, as it is being typed.</summary>
public sealed class RefundFormLine
{
    /// <summary>The line of the sale.</summary>
    public Guid LineId { get; set; }

    /// <summary>How many come back.</summary>
    public string? Quantity { get; set; }

    /// <summary>What is given back for them; empty: what was paid for so many.</summary>
    public string? Amount { get; set; }

    /// <summary>The line that it says.</summary>
    public NewRefundLine Read(FormReader reader, string field) =>
        new(LineId, reader.Count(Quantity, field + "Quantity") ?? 0, reader.Money(Amount, field + "Amount"));
}

/// <summary>The question before several sales are cancelled.</summary>
public sealed class CancelSeveralForm
{
    /// <summary>The ids of the sales, as they were sent.</summary>
    // The form's binder sets what was not sent to null.
    public List<string> Sales { get; set => field = value ?? []; } = [];

    /// <summary>Whether the pieces go back on the shelf.</summary>
    public bool Restock { get; set; }

    /// <summary>The ids that texts say, each once; what is no id is left out.</summary>
    public static IEnumerable<Guid> IdsOf(IEnumerable<string?> texts) => texts.Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct();
}

/// <summary>The question before a sale is cancelled.</summary>
public sealed class CancelForm
{
    /// <summary>Made with the form, so that sending it twice cancels once.</summary>
    public Guid Token { get; set; }

    /// <summary>Whether the pieces go back on the shelf.</summary>
    public bool Restock { get; set; }
}
