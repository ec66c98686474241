using System.Globalization;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;

namespace ArtisansCorner.Sales;

/// <summary>A sale as it is being typed: every text as it was typed, so that nothing is lost when something in it is refused.</summary>
public sealed class SaleForm
{
    /// <summary>Which button was pressed, such as “record”, “free” or “add:” with the id of a variant.</summary>
    public string? Do { get; set; }

    /// <summary>Made with the form, so that sending it twice records one sale.</summary>
    public Guid Token { get; set; }

    /// <summary>What is looked for in the catalog.</summary>
    public string? Find { get; set; }

    /// <summary>What was sold so far.</summary>
    // The form's binder sets what was not sent to null.
    public List<SaleFormLine> Lines { get; set => field = value ?? []; } = [];

    /// <summary>The channel chosen.</summary>
    public string? Channel { get; set; }

    /// <summary>A channel that is not among those offered; it goes first.</summary>
    public string? OtherChannel { get; set; }

    /// <summary>Taken off the whole order.</summary>
    public string? OrderDiscount { get; set; }

    /// <summary>Shipping charged.</summary>
    public string? Shipping { get; set; }

    /// <summary>Own tax collected.</summary>
    public string? Tax { get; set; }

    /// <summary>Who bought.</summary>
    public SaleFormCustomer Customer { get; set => field = value ?? new(); } = new();

    /// <summary>The day, when it is not today.</summary>
    public string? Day { get; set; }

    /// <summary>The time on that day, where it is known.</summary>
    public string? Time { get; set; }

    /// <summary>A word to oneself.</summary>
    public string? Note { get; set; }

    /// <summary>How it was paid, as <see cref="PaymentMethod"/> names it; empty: not said.</summary>
    public string? PaidBy { get; set; }

    /// <summary>The place the pieces come from, by id; empty: the usual one.</summary>
    public string? Location { get; set; }

    /// <summary>The currency the amounts are in; empty: the shop's.</summary>
    public string? Currency { get; set; }

    /// <summary>What one unit of that currency was worth in the shop's.</summary>
    public string? ExchangeRate { get; set; }

    /// <summary>What was wrong with the sale that this one takes the place of.</summary>
    public string? Reason { get; set; }

    /// <summary>The form for a sale as it was recorded, to be set right; in the currency it was placed in.</summary>
    public static SaleForm For(SaleDetails sale, ShopZone zone)
    {
        var currency = Platform.Values.Currency.Of(sale.Original?.Currency ?? sale.Currency);
        return new SaleForm
        {
            Lines = [.. sale.Lines.Select(line => new SaleFormLine
            {
                VariantId = line.VariantId,
                Title = line.Title,
                Quantity = line.Quantity.ToString(CultureInfo.InvariantCulture),
                UnitPrice = currency.ToField(line.Original?.UnitPrice ?? line.UnitPrice),
                Discount = Text(line.Original?.Discount ?? line.Discount),
            })],
            Channel = sale.Channel,
            OrderDiscount = Text(sale.Original?.OrderDiscount ?? sale.OrderDiscount),
            Shipping = Text(sale.Original?.Shipping ?? sale.Shipping),
            Tax = Text(sale.Original?.Tax ?? sale.Tax),
            Customer = sale.Customer is { Email: { Length: > 0 } email } buyer ? new SaleFormCustomer { Email = email, Name = buyer.Name } : new SaleFormCustomer(),
            Day = SaleListAddress.Day(sale.Day),
            Time = sale.TimeKnown ? zone.LocalOf(sale.SoldAt).ToString("HH:mm", CultureInfo.InvariantCulture) : null,
            Note = sale.Note,
            PaidBy = sale.PaidBy?.ToString(),
        };

        string? Text(long amount) => amount == 0 ? null : currency.ToField(amount);
    }

    /// <summary>The channel that counts.</summary>
    public string? ChosenChannel => string.IsNullOrWhiteSpace(OtherChannel) ? Channel : OtherChannel.Trim();

    /// <summary>Does what the button said to the lines; a button of another kind changes nothing.</summary>
    public void Press()
    {
        var (word, what) = Do?.Split(':', 2) is [var before, var after] ? (before, after) : (Do, "");
        if (word == "free") Lines.Add(new SaleFormLine());
        else if (word == "add" && Guid.TryParse(what, out var variant)) Add(variant);
        else if (int.TryParse(what, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < Lines.Count)
        {
            if (word == "more") Lines[index].Step(1);
            else if (word == "less") Lines[index].Step(-1);
            else if (word == "remove") Lines.RemoveAt(index);
        }
    }

    /// <summary>One more of this variant.</summary>
    public void Add(Guid variantId)
    {
        if (Lines.Find(line => line.VariantId == variantId) is { } line) line.Step(1);
        else Lines.Add(new SaleFormLine { VariantId = variantId });
    }

    /// <summary>The sale that it says, and what in it cannot be read; fields are named as <see cref="NewSale"/> names them.</summary>
    public (NewSale Sale, List<Problem> Problems) Read(ShopZone zone, Currency currency)
    {
        var reader = new FormReader(currency);
        Lines.RemoveAll(line => line.IsBlank);
        var (soldAt, day) = When(zone, reader);
        var sale = new NewSale(
            ChosenChannel,
            SoldAt: soldAt,
            Day: day,
            Customer: Customer.IsBlank ? null : new NewCustomer(Customer.Email, Customer.Name),
            Lines: [.. Lines.Index().Select(line => line.Item.Read(reader, $"Lines[{line.Index}]."))],
            OrderDiscount: reader.Money(OrderDiscount, "OrderDiscount") ?? 0,
            Shipping: reader.Money(Shipping, "Shipping") ?? 0,
            Tax: reader.Money(Tax, "Tax") ?? 0,
            Note: Note,
            PaidBy: EnumWords.Find<PaymentMethod>(PaidBy),
            Currency: string.IsNullOrWhiteSpace(Currency) ? null : Currency.Trim(),
            ExchangeRate: Rate(reader),
            Location: string.IsNullOrWhiteSpace(Location) ? null : Location);
        if (!Customer.IsBlank && string.IsNullOrWhiteSpace(Customer.Email))
            reader.Problems.Add(new("email_missing", "The e-mail is how a customer is known again; add it, or leave the name empty too.", "Customer.Email"));
        return (sale, reader.Problems);
    }

    /// <summary>What the whole sale comes to, or nothing as long as that cannot be said.</summary>
    public long? Total(Currency currency, Func<SaleFormLine, long?> listPriceOf)
    {
        Int128 total = 0;
        foreach (var line in Lines.Where(line => !line.IsBlank))
        {
            if (line.Total(currency, listPriceOf(line)) is not { } sum) return null;
            total += sum;
        }

        foreach (var (text, sign) in ((string?, int)[])[(OrderDiscount, -1), (Shipping, 1), (Tax, 1)])
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            if (!MoneyField.TryParse(text, currency, out var amount)) return null;
            total += sign * (Int128)amount;
        }

        return total < 0 || total > long.MaxValue ? null : (long)total;
    }

    private ExchangeRate? Rate(FormReader reader)
    {
        if (string.IsNullOrWhiteSpace(ExchangeRate)) return null;
        if (Platform.Values.ExchangeRate.TryOf(ExchangeRate.Replace(',', '.')) is { } rate) return rate;
        reader.Problems.Add(new("not_a_rate", "Write the rate as a number above 0, such as 1.2745.", "ExchangeRate"));
        return null;
    }

    private (DateTimeOffset? SoldAt, DateOnly? Day) When(ShopZone zone, FormReader reader)
    {
        if (reader.Day(Day, "Day") is not { } day)
        {
            if (!string.IsNullOrWhiteSpace(Time) && string.IsNullOrWhiteSpace(Day)) reader.Problems.Add(new("day_missing", "On which day?", "Day"));
            return (null, null);
        }

        if (string.IsNullOrWhiteSpace(Time)) return (null, day);
        if (TimeOnly.TryParse(Time, CultureInfo.InvariantCulture, out var time)) return (zone.InstantOf(day.ToDateTime(time)), null);
        reader.Problems.Add(new("not_a_time", "Write the time as 14:30.", "Time"));
        return (null, null);
    }
}

/// <summary>One line as it is being typed: a variant, or a free title.</summary>
public sealed class SaleFormLine
{
    /// <summary>What was sold, where it is in the catalog.</summary>
    public Guid? VariantId { get; set; }

    /// <summary>What was sold, where it is not.</summary>
    public string? Title { get; set; }

    /// <summary>How many.</summary>
    public string? Quantity { get; set; } = "1";

    /// <summary>The price of one; empty: the variant's own.</summary>
    public string? UnitPrice { get; set; }

    /// <summary>Taken off this line.</summary>
    public string? Discount { get; set; }

    /// <summary>Whether nothing was said in it.</summary>
    public bool IsBlank => VariantId is null && string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(UnitPrice) && string.IsNullOrWhiteSpace(Discount);

    /// <summary>That many more, but at least one.</summary>
    public void Step(int by) =>
        Quantity = Math.Max(1, (NumberField.TryParse(Quantity, out var now) ? now : 0) + by).ToString(CultureInfo.InvariantCulture);

    /// <summary>What the line comes to, or nothing as long as that cannot be said.</summary>
    public long? Total(Currency currency, long? listPrice)
    {
        var price = string.IsNullOrWhiteSpace(UnitPrice) ? listPrice : MoneyField.TryParse(UnitPrice, currency, out var typed) ? typed : null;
        var discount = string.IsNullOrWhiteSpace(Discount) ? 0 : MoneyField.TryParse(Discount, currency, out var off) ? off : (long?)null;
        if (!NumberField.TryParse(Quantity, out var count) || count is < 1 or > SaleRules.MostPieces) return null;
        if (price is < 0 or > Amounts.Most || discount is < 0 or > Amounts.Most) return null;
        return (Int128?)price * count - discount is { } total && total <= long.MaxValue ? (long)total : null;
    }

    /// <summary>The line that it says.</summary>
    public NewSaleLine Read(FormReader reader, string field) => new(
        VariantId: VariantId,
        Title: VariantId is null ? Title : null,
        Quantity: reader.Count(Quantity, field + "Quantity") ?? 0,
        UnitPrice: reader.Money(UnitPrice, field + "UnitPrice"),
        Discount: reader.Money(Discount, field + "Discount") ?? 0);
}

/// <summary>Who bought, as it is being typed.</summary>
public sealed class SaleFormCustomer
{
    /// <summary>The e-mail, by which a customer is known again.</summary>
    public string? Email { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>Whether nothing was said.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Email) && string.IsNullOrWhiteSpace(Name);
}
