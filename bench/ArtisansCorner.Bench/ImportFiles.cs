using System.Globalization;
using System.Text;

namespace ArtisansCorner.Bench;

/// <summary>Large files of invented sales and of what a shop has beside them, as large as a file may be.</summary>
public static class ImportFiles
{
    private const long Largest = 100 * 1024 * 1024;
    private const int LongestOrder = 2_000;
    private const int Products = 2_000;
    private const int Buyers = 60_000;
    private const int PaymentsAPayout = 50;
    private const int MinutesApart = 2;
    private static readonly DateTime First = new(2024, 1, 1, 8, 0, 0);
    private static readonly string[] Glazes = ["speckled", "ash", "celadon", "tenmoku", "shino", "cobalt", "rutile", "matte white"];
    private static readonly string[] Pieces = ["mug", "bowl", "plate", "vase", "teapot", "saucer", "jug", "candle holder"];

    /// <summary>Our own sales format, with this many rows or as many as have room.</summary>
    public static string OwnSales(int rows) => Sales("own", rows, order => order * 7919L % Buyers);

    /// <summary>The same, each order another buyer's.</summary>
    public static string OwnSalesOfMany(int rows) => Sales("own-buyers", rows, order => order);

    /// <summary>Our own format of products, with this many rows or as many as have room.</summary>
    public static string OwnProducts(int rows) => Write("own-products", rows, "name,variant,sku,price,category,description,quantity,low stock at,maker", (order, line, item) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Title(item)} of batch {order},size {line},S{order:000000}{line},{Price(item):0.00},{Pieces[item % Pieces.Length]},Thrown on the wheel and glazed twice,{order % 40},3,Ada"));

    /// <summary>Our own format of expenses, with this many rows or as many as have room.</summary>
    public static string OwnExpenses(int rows) => Write("own-expenses", rows, "date,payee,category,amount,tax,number,note", (order, line, item) => string.Create(
        CultureInfo.InvariantCulture,
        $"{At(order):yyyy-MM-dd},Clay and Company {item % 50},Materials,{Price(item):0.00},{Fee(item):0.00},R{order}-{line},Twelve bags of stoneware"));

    /// <summary>Shopify's orders, with this many rows or as many as have room.</summary>
    public static string ShopifyOrders(int rows) => Write("shopify", rows, "Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Shipping Country,Refunded Amount", (order, line, item) =>
    {
        var subtotal = Enumerable.Range(0, LinesOf(order)).Sum(other => Price(ItemOf(order, other)));
        var whole = line > 0 ? ",,,,,,," : string.Create(CultureInfo.InvariantCulture, $"paid,GBP,{subtotal:0.00},3.95,0.00,{subtotal + 3.95m:0.00},0.00,");
        return string.Create(CultureInfo.InvariantCulture, $"#{order},b{order * 7919L % Buyers}@example.com,{whole}{At(order):yyyy-MM-dd HH:mm:ss} +0000,1,{Title(item)},{Price(item):0.00},P{item:0000},{(line > 0 ? "" : "Ada Byron")},{(line > 0 ? "" : "GB")},{(line > 0 ? "" : "0.00")}");
    });

    /// <summary>Stripe's balance of payments, with this many rows or as many as have room.</summary>
    public static string StripeBalance(int rows) => Write("stripe", rows, "balance_transaction_id,created_utc,available_on_utc,currency,gross,fee,net,reporting_category,source_id,description,automatic_payout_id,automatic_payout_effective_at", (order, line, item) => string.Create(
        CultureInfo.InvariantCulture,
        $"txn_{order:00000000}{line},{At(order):yyyy-MM-dd HH:mm:ss},{At(order).AddDays(3):yyyy-MM-dd HH:mm:ss},gbp,{Price(item):0.00},{Fee(item):0.00},{Price(item) - Fee(item):0.00},charge,ch_{order:00000000}{line},,po_{order / PaymentsAPayout:00000000},{At(order).AddDays(3):yyyy-MM-dd HH:mm:ss}"));

    /// <summary>Etsy's payments, with this many rows or as many as have room: rows that are put together by order.</summary>
    public static string EtsyPayments(int rows) => Write("etsy-payments", rows, "Payment ID,Buyer Username,Buyer Name,Order ID,Gross Amount,Fees,Net Amount,Posted Gross,Posted Fees,Posted Net,Currency,Listing Amount,Listing Currency,Status,Funds Available,Order Date,Buyer,Refund Amount", (order, line, item) => string.Create(
        CultureInfo.InvariantCulture,
        $"P{order}{line},buyer{order * 7919L % Buyers},Ada Byron,{order}{line},{Price(item):0.00},{Fee(item):0.00},{Price(item) - Fee(item):0.00},{Price(item):0.00},{Fee(item):0.00},{Price(item) - Fee(item):0.00},GBP,{Price(item):0.00},GBP,SETTLED,{At(order):MM/dd/yy},{At(order):MM/dd/yy},Ada Byron (buyer{order * 7919L % Buyers}),0"));

    private static string Sales(string name, int rows, Func<int, long> buyerOf) => Write(name, rows, "order,date,channel,customer email,customer name,country,sku,title,quantity,unit price,discount,shipping,tax", (order, line, item) => string.Create(
        CultureInfo.InvariantCulture,
        $"W{order:000000},{At(order):yyyy-MM-dd HH:mm},Own site,b{buyerOf(order)}@example.com,,GB,P{item:0000},{Title(item)},{1 + (order + line) % 3},{Price(item):0.00},,{(line == 0 ? "3.95" : "")},{(line == 0 ? "4.10" : "")}"));

    private static string Write(string name, int rows, string heading, Func<int, int, int, string> row)
    {
        var file = Path.Combine(Setting.Kept, string.Create(CultureInfo.InvariantCulture, $"{name}-{rows}.csv"));
        if (File.Exists(file)) return file;
        using (var writer = new StreamWriter(file + ".new", false, new UTF8Encoding(false), 1 << 16))
        {
            writer.NewLine = "\n";
            writer.WriteLine(heading);
            long bytes = heading.Length + 1;
            // Orders stay whole: half an order would not add up.
            for (var (order, written) = (1, 0); written < rows && bytes < Largest - LongestOrder; order++)
            {
                for (var line = 0; line < LinesOf(order); line++, written++)
                {
                    var text = row(order, line, ItemOf(order, line));
                    bytes += text.Length + 1;
                    writer.WriteLine(text);
                }
            }
        }

        File.Move(file + ".new", file);
        return file;
    }

    private static int LinesOf(int order) => 1 + order % 3;

    private static int ItemOf(int order, int line) => (int)((order * 31L + line * 977L) % Products);

    private static decimal Price(int item) => 6 + item % 90 + 0.5m;

    private static decimal Fee(int item) => decimal.Round(Price(item) * 0.03m, 2) + 0.20m;

    private static string Title(int item) => $"{Pieces[item % Pieces.Length]} no. {item} in {Glazes[item / Pieces.Length % Glazes.Length]}";

    // As exports are: the oldest first.
    private static DateTime At(int order) => First.AddMinutes(order * (long)MinutesApart);
}
