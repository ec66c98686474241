using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Sales;

/// <summary>What makes sense in a sale, before the database is asked.</summary>
public static class SaleRules
{
    /// <summary>No line has more pieces.</summary>
    public const long MostPieces = 1_000_000;

    /// <summary>Nothing was sold before.</summary>
    public static readonly DateOnly Earliest = new(1990, 1, 1);

    private const int MostLines = 500;

    /// <summary>Everything that is wrong with it.</summary>
    public static List<Problem> Check(NewSale sale, ShopFacts shop, DateTimeOffset now)
    {
        List<Problem> problems = [.. CheckWhole(sale, shop), .. CheckTime(sale.SoldAt, sale.Day, nameof(sale.SoldAt), shop, now)];
        if (sale.Lines is null or { Count: 0 }) problems.Add(new("lines_missing", "What was sold? A sale needs at least one line.", "Lines"));
        else if (sale.Lines.Count > MostLines) problems.Add(new("too_many_lines", $"A sale has at most {MostLines} lines.", "Lines"));
        else problems.AddRange(sale.Lines.Index().SelectMany(line => CheckLine(line.Item, $"Lines[{line.Index}].")));
        return problems;
    }

    /// <summary>What is wrong with when something happened.</summary>
    public static IEnumerable<Problem> CheckTime(DateTimeOffset? at, DateOnly? day, string field, ShopFacts shop, DateTimeOffset now)
    {
        if (at is not null && day is not null) yield return new("time_twice", "Give the time or the day, not both.", "Day");
        if (at is { } instant && (instant > now.AddDays(1) || instant.Year < Earliest.Year)) yield return new("time_out_of_range", "That is in the future, or too long ago.", field);
        if (day is { } business && (business > shop.Zone.DayOf(now.AddDays(1)) || business < Earliest)) yield return new("day_out_of_range", "That is in the future, or too long ago.", "Day");
    }

    /// <summary>What is wrong with an amount.</summary>
    public static IEnumerable<Problem> CheckMoney(long amount, string field)
    {
        if (amount is < 0 or > Amounts.Most) yield return new("amount_out_of_range", "An amount is zero or more, and under a billion.", field);
    }

    private static IEnumerable<Problem> CheckWhole(NewSale sale, ShopFacts shop)
    {
        if (string.IsNullOrWhiteSpace(sale.Channel)) yield return new("channel_missing", "Where was it sold? For example Etsy, a fair, your own site.", "Channel");
        else if (sale.Channel.Trim().Length > 60) yield return new("channel_too_long", "A channel's name has at most 60 characters.", "Channel");
        if (sale.ExternalId is { Length: > 200 } || sale.ExternalId is { Length: > 0 } && string.IsNullOrWhiteSpace(sale.ExternalId))
            yield return new("external_id_invalid", "An order number has 1 to 200 characters.", "ExternalId");
        if (CheckCurrency(sale, shop.Currency) is { } currency) yield return currency;
        if (sale.Note?.Length > 2000) yield return new("note_too_long", "A note has at most 2,000 characters.", "Note");
        foreach (var problem in CheckCustomer(sale.Customer)) yield return problem;
        (long Amount, string Field)[] amounts =
        [
            (sale.OrderDiscount, "OrderDiscount"), (sale.Shipping, "Shipping"), (sale.ShippingDiscount, "ShippingDiscount"), (sale.Tax, "Tax"), (sale.MarketplaceTax, "MarketplaceTax"),
        ];
        foreach (var problem in amounts.SelectMany(money => CheckMoney(money.Amount, money.Field))) yield return problem;
        if (sale.ShippingDiscount > sale.Shipping) yield return new("shipping_discount_too_large", "More was taken off the shipping than was charged.", "ShippingDiscount");
        if (sale.Fees?.Count > 50) yield return new("too_many_fees", "A sale has at most 50 fees.", "Fees");
        foreach (var (index, fee) in (sale.Fees ?? []).Take(50).Index())
        {
            if (fee is null || string.IsNullOrWhiteSpace(fee.Type) || fee.Type.Trim().Length > 60) yield return new("fee_type_invalid", "Name the fee in at most 60 characters.", $"Fees[{index}].Type");
            else if (fee.Amount is < -Amounts.Most or > Amounts.Most) yield return new("amount_out_of_range", "A fee is under a billion.", $"Fees[{index}].Amount");
            else if (fee.ExternalId?.Length > 200) yield return new("fee_number_too_long", "A number of a fee has at most 200 characters.", $"Fees[{index}].ExternalId");
            else if (fee.ExternalId is not null && sale.Fees!.Take(index).Any(other => other?.ExternalId == fee.ExternalId)) yield return new("fee_twice", "This fee is given twice.", $"Fees[{index}].ExternalId");
        }
    }

    private static Problem? CheckCurrency(NewSale sale, Currency shop)
    {
        if (sale.Currency is not null && Currency.TryOf(sale.Currency) is null) return new("unknown_currency", "There is no such currency; write its three letters, such as EUR.", "Currency");
        if (!ConvertSale.IsNeeded(sale, shop))
            return sale.ExchangeRate is null || sale.ExchangeRate == ExchangeRate.TryOf("1") ? null : new("rate_not_needed", "This sale is in the shop's own currency; leave the exchange rate out.", "ExchangeRate");
        var code = Currency.Of(sale.Currency!).Code;
        return sale.ExchangeRate is null ? new("rate_missing", $"This shop is kept in {shop.Code}: say what one {code} was worth in {shop.Code}.", "ExchangeRate") : null;
    }

    private static IEnumerable<Problem> CheckCustomer(NewCustomer? customer)
    {
        if (customer is null) yield break;
        if (customer.Email is { Length: > 0 } email && (email.Length > 320 || !email.Trim().Contains('@', StringComparison.Ordinal)))
            yield return new("email_invalid", "This does not look like an e-mail address.", "Customer.Email");
        (string? Text, int Length, string Field)[] texts =
        [
            (customer.Name, 200, "Name"), (customer.Country, 100, "Country"), (customer.Region, 100, "Region"), (customer.City, 100, "City"),
            (customer.Postcode, 20, "Postcode"), (customer.ExternalId, 200, "ExternalId"),
        ];
        foreach (var text in texts.Where(text => text.Text?.Length > text.Length))
            yield return new("text_too_long", $"This has at most {text.Length} characters.", "Customer." + text.Field);
    }

    private static IEnumerable<Problem> CheckLine(NewSaleLine? line, string field)
    {
        if (line is null)
        {
            yield return new("line_missing", "This line is empty.", field.TrimEnd('.'));
            yield break;
        }

        if (string.IsNullOrWhiteSpace(line.Sku) && line.VariantId is null && string.IsNullOrWhiteSpace(line.Title))
            yield return new("line_without_product", "Say what was sold: a code, or a title.", field + "Sku");
        if (line.Title?.Length > 300) yield return new("title_too_long", "A title has at most 300 characters.", field + "Title");
        if (line.Quantity is < 1 or > MostPieces) yield return new("quantity_out_of_range", "How many? From 1 to a million.", field + "Quantity");
        foreach (var problem in CheckMoney(line.UnitPrice ?? 0, field + "UnitPrice").Concat(CheckMoney(line.Discount, field + "Discount"))) yield return problem;
    }
}
