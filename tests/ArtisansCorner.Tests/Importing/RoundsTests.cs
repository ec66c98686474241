using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>A file whose rows must be held together is read in rounds when it has many; what comes of it is what comes of one that is held whole.</summary>
public abstract class RoundsTests(App app)
{
    private const int Orders = 60;
    private const string Paypal = "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,Transaction ID,Reference Txn ID";
    private const string Stripe = "balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id,automatic_payout_id";
    private const string Square = "Date,Time,Time Zone,Gross Sales,Discounts,Net Sales,Tax,Tip,Partial Refunds,Total Collected,Card,Cash,Gift Card,Other Tender,Fees,Net Total,Transaction ID,Payment ID,Event Type";
    private const string Shopify = "Transaction Date,Type,Order,Payout Date,Amount,Fee,Net,Checkout,Currency,VAT";

    public sealed class OnSqlite(AppOnSqlite app) : RoundsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : RoundsTests(app);

    [Theory]
    [InlineData("etsy", "")]
    [InlineData("paypal", "paypal-sales")]
    [InlineData("stripe", "")]
    [InlineData("square", "")]
    [InlineData("shopify", "")]
    [InlineData("woocommerce", "")]
    [InlineData("products", "")]
    [InlineData("shopify-products", "")]
    [InlineData("etsy-listings", "")]
    [InlineData("square-catalog", "")]
    [InlineData("woocommerce-products", "")]
    [InlineData("customers", "")]
    [InlineData("shopify-customers", "")]
    [InlineData("expenses", "")]
    [InlineData("purchases", "")]
    public async Task In_rounds_comes_what_comes_of_a_file_that_is_held_whole(string platform, string format)
    {
        var inRounds = app.Beside("Limits:ImportRowsHeld", "7");
        var (whole, rounds) = (await OpenAsync(app), await OpenAsync(inRounds));
        var file = FileOf(platform);
        (string, string)[] asked = format.Length == 0 ? [] : [("format", format)];
        var (expected, read) = (await whole.ReadAsync(file, asked), await rounds.ReadAsync(file, asked));
        Assert.Equal("ready", (string?)expected["status"]);
        Assert.Equal(Told(expected), Told(read));
        Assert.Equal(Told(await ApplyAsync(whole, expected)), Told(await ApplyAsync(rounds, read)));
        var dump = await DumpAsync(whole);
        Assert.Equal(dump, await DumpAsync(rounds));

        // A second time it adds nothing, and taken back nothing of it is left.
        var again = await rounds.ReadAsync(file, asked);
        Assert.Equal((0, 0), ((long)again["adds"]["sales"], (long)again["adds"]["refunds"]));
        Assert.All(again["others"], other => Assert.Equal(0, (long)other["adds"]));
        Assert.Equal((int)expected["rejected"], (int)again["rejected"]);
        await whole.DoAsync(expected, "undo", "undone");
        await rounds.DoAsync(read, "undo", "undone");
        var without = await DumpAsync(whole);
        Assert.NotEqual(dump, without);
        Assert.Equal(without, await DumpAsync(rounds));
    }

    [Fact]
    public async Task Beside_orders_that_pass_by_and_products_payments_come_in_rounds()
    {
        var inRounds = app.Beside("Limits:ImportRowsHeld", "7");
        var (whole, rounds) = (await OpenAsync(app), await OpenAsync(inRounds));
        var file = Packed.Zip(
            ("products.csv", Files.Csv("name,sku,price,quantity", [.. Enumerable.Range(0, 20).Select(i => $"Piece {i},SKU{i},12.00,5")])),
            ("sales.csv", Files.Csv("order,date,channel,sku,quantity,unit price", [.. Enumerable.Range(0, Orders).Select(i => $"S{i},2026-03-{1 + i % 28:00},Fair,SKU{i % 20},1,12.00")])),
            ("stripe.csv", StripeFile()));
        var (expected, read) = (await whole.ReadAsync(file), await rounds.ReadAsync(file));
        Assert.Equal((Orders, 20), ((int)expected["adds"]["sales"], (int)expected["adds"]["products"]));
        Assert.Equal(Told(expected), Told(read));
        Assert.Equal(Told(await whole.DoAsync(expected, "apply", "done")), Told(await rounds.DoAsync(read, "apply", "done")));
        Assert.Equal(await ShopDump.OfAsync(whole), await ShopDump.OfAsync(rounds));
    }

    [Fact]
    public async Task A_row_that_stands_under_two_orders_goes_in_once()
    {
        var inRounds = app.Beside("Limits:ImportRowsHeld", "1");
        var shop = await OpenAsync(inRounds);
        var import = await shop.ImportAsync(Files.Csv("Payment ID,Buyer Username,Order ID,Gross Amount,Fees,Order Date", [.. Enumerable.Range(0, 12).Select(i => $"P1,ada,{1000 + i},10.00,0.50,03/{1 + i:00}/26")]));
        Assert.Equal((11, 1), ((int)import["rejected"], (int)import.Others("fees").Adds));
    }

    [Fact]
    public async Task A_code_that_two_products_have_is_one_products_in_whichever_round_they_come()
    {
        var inRounds = app.Beside("Limits:ImportRowsHeld", "1");
        var shop = await OpenAsync(inRounds);
        var import = await shop.ImportAsync(Files.Csv("name,sku,price", [.. Enumerable.Range(0, 12).Select(i => $"Mug {i},MUG,12.00")]));
        Assert.Equal((11, 1), ((int)import["rejected"], (int)import["adds"]["products"]));
    }

    [Fact]
    public async Task Of_many_payments_only_those_of_a_round_are_held()
    {
        using var pipeline = new Pipeline(country: "US", currency: "USD");
        var (whole, _) = await pipeline.ReadAsync(StripeFile());
        var (seen, most) = (0, 0);
        for (var at = 0; at < 8; at++)
        {
            var (read, _) = await pipeline.ReadAsync(StripeFile(), round: new Round(at, 8, 8));
            var held = read!.Draft.Facts.Count();
            (seen, most) = (seen + held, Math.Max(most, held));
        }

        Assert.Equal(whole!.Draft.Facts.Count(), seen);
        Assert.InRange(most, 1, seen / 2);
    }

    private static async Task<Json> ApplyAsync(TestShop shop, Json import)
    {
        (await shop.PostAsync($"imports/{(Guid)import["id"]}/apply", new { takeStock = true, addMakers = true, updatePrices = true })).Is(202);
        return await shop.UntilAsync((Guid)import["id"], "done");
    }

    // Purchases are numbered as they are written, round by round.
    private static Task<string> DumpAsync(TestShop shop) => ShopDump.OfAsync(shop, "Purchases.Number");

    private static Task<TestShop> OpenAsync(App app) => app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");

    /// <summary>What an import says of itself but for its id, its hours and which examples it gives.</summary>
    private static string Told(Json import) => string.Join('\n', ((string[])["adds", "others", "reasons", "rejected", "from", "to", "gross", "payments", "alreadyHere", "rejectedRows", "titles", "stockOffered", "pricesDiffer", "makersOffered"])
        .Select(name => name == "others" ? string.Join(", ", import[name].Select(other => $"{other["adds"]} {other["many"]}, {other["alreadyHere"]} here, {other["completes"]} complete").Order())
            : import.Has(name) ? $"{name}: {import[name]}" : name));

    private static byte[] FileOf(string platform) => platform switch
    {
        "etsy" => EtsyFiles(),
        "paypal" => Bytes(PaypalFile()),
        "stripe" => Bytes(StripeFile()),
        "square" => Bytes(Files.Csv(Square, [.. Enumerable.Range(0, Orders).Select(SquareRow), SquareRow(3)])),
        "products" => Bytes(Products),
        "shopify-products" => Bytes(ShopifyProducts),
        "etsy-listings" => Bytes(EtsyListings),
        "square-catalog" => Bytes(SquareCatalog),
        "woocommerce-products" => Bytes(WoocommerceProducts),
        "customers" => Bytes(Customers),
        "shopify-customers" => Bytes(ShopifyCustomers),
        "expenses" => Bytes(Expenses),
        "purchases" => Packed.Zip(("products.csv", Products), ("materials.csv", Materials), ("purchases.csv", Purchases)),
        "shopify" => Bytes(Files.Csv(Shopify, [.. Enumerable.Range(0, Orders).SelectMany(ShopifyRows)])),
        _ => Bytes(Files.Csv("Date,Order #,Status,Customer,Product(s),Items sold,Net Sales", [.. Enumerable.Range(0, Orders).SelectMany(WoocommerceRows)])),
    };

    /// <summary>Two choices each, some without a code, makers, pieces; a code twice, and names that differ in an accent alone.</summary>
    private static string Products => Files.Csv(
        "name,variant,sku,price,quantity,category,tags,maker,low stock at",
        [
            .. Enumerable.Range(0, Orders).SelectMany(i => (string[])[$"Mug {i},small,{(i % 4 == 0 ? "" : $"MUG-{i}-S")},12.00,{i % 9},Mugs,\"blue, clay\",Maker {i % 3},2", $"Mug {i},large,MUG-{i}-L,15.00,,,,,"]),
            "Caf\u00e9 mug,,,9.00,1,,,,",
            "Cafe mug,,,9.50,2,,,,",
            "Mug 7,huge,MUG-7-L,20.00,,,,,",
            "Vase,,VASE,twenty,,,,,",
        ]);

    /// <summary>A handle each with a second row; of some titles two.</summary>
    private static string ShopifyProducts => Files.Csv(
        "Handle,Title,Vendor,Type,Tags,Option1 Value,Variant SKU,Variant Price,Variant Inventory Qty",
        [.. Enumerable.Range(0, Orders).SelectMany(i => (string[])[$"mug-{i},Mug {i % 50},Ada,Mugs,blue,small,{(i % 5 == 0 ? "" : $"S{i}")},12.00,3", $"MUG-{i},,,,,large,{(i % 5 == 0 ? "" : $"L{i}")},14.00,4"]), "nameless,,,,,,X1,3.00,1"]);

    /// <summary>Some without a code, and titles that are listed twice.</summary>
    private static string EtsyListings => Files.Csv(
        "TITLE,DESCRIPTION,PRICE,CURRENCY_CODE,QUANTITY,TAGS,MATERIALS,SKU",
        [.. Enumerable.Range(0, Orders).Select(i => $"Mug {i % 40},Thrown,12.00,USD,{i % 7},blue,clay,{(i % 3 == 0 ? "" : $"E{i % 55}")}")]);

    private static string SquareCatalog => Files.Csv(
        "Token,Item Name,Variation Name,SKU,Category,Price,Current Quantity Studio",
        [.. Enumerable.Range(0, Orders).SelectMany(i => (string[])[$"T{i}a,Mug {i},{(i % 2 == 0 ? "Regular" : "Small")},{(i % 3 == 0 ? "" : $"Q{i}")},Mugs,12.00,2", .. i % 2 == 0 ? (string[])[] : [$"T{i}b,Mug {i},Large,,Mugs,variable,"]])]);

    /// <summary>Variations before and after what they are variations of, by its code and by its number; and one of nothing.</summary>
    private static string WoocommerceProducts => Files.Csv(
        "ID,Type,SKU,Name,Regular price,Stock,Categories,Parent,Attribute 1 value(s)",
        [
            .. Enumerable.Range(0, Orders / 3).Select(i => $"{900 + i},variation,V{i},Mug {i} - Large,15.00,2,,{(i % 2 == 0 ? $"id:{100 + i}" : $"MUG{i}")},Large"),
            .. Enumerable.Range(0, Orders).Select(i => $"{100 + i},{(i < Orders / 3 ? "variable" : "simple")},{(i % 2 == 0 ? "" : $"MUG{i}")},Mug {i % 50},{(i < Orders / 3 ? "" : "12.00")},1,Mugs,,"),
            "999,variation,V999,Nobody's - Large,15.00,2,,id:5555,Large",
        ]);

    private static string Customers => Files.Csv("email,name,city,country", [.. Enumerable.Range(0, Orders).Select(i => $"b{i}@example.org,Ada {i},Bath,GB"), "B7@Example.org,Twice,,", "nobody,Bob,,"]);

    private static string ShopifyCustomers => Files.Csv(
        "Customer ID,First Name,Last Name,Email,Default Address City,Total Orders",
        [.. Enumerable.Range(0, Orders).Select(i => $"'{7000 + i},Ada,{i},{(i % 4 == 0 ? "" : $"b{i}@example.org")},Bath,1"), "'7004,Ada,again,,Bath,1", ",Bob,,,,0"]);

    /// <summary>Of one receipt several things, the same twice without a receipt, money that came back, and a day that is none.</summary>
    private static string Expenses => Files.Csv(
        "date,payee,category,amount,tax,number,note",
        [.. Enumerable.Range(0, Orders).Select(i => $"2026-03-{1 + i % 9:00},Clay & Co,Materials,{5 + i % 6}.00,0.50,{(i % 2 == 0 ? "" : $"R-{i / 4}")},"), "2026-03-02,Clay & Co,Materials,-3.00,,,", "2026-02-30,Clay & Co,Materials,3.00,,,"]);

    private static string Materials => Files.Csv("name,code,unit,on hand,low stock at", [.. Enumerable.Range(0, 12).Select(i => $"Clay {i},CLAY{i},kg,5,1")]);

    /// <summary>Of products and materials of the same upload, several lines each; one of nothing that is known, which is left out whole.</summary>
    private static string Purchases => Files.Csv(
        "date,supplier,number,code,quantity,unit,cost,freight",
        [.. Enumerable.Range(0, Orders).SelectMany(i => (string[])[$"2026-02-{1 + i % 28:00},Supplier {i % 4},{(i % 5 == 0 ? "" : $"PO{i}")},MUG-{i}-L,2,,{10 + i}.00,3.00", $"2026-02-{1 + i % 28:00},Supplier {i % 4},{(i % 5 == 0 ? "" : $"PO{i}")},{(i == 13 ? "NOTHING" : $"CLAY{i % 12}")},1,kg,4.00,"])]);

    /// <summary>A payment each, every fifth in euros with the two rows that change it, every seventh given back in part; and rows that do not go in.</summary>
    private static string PaypalFile() => Files.Csv(
        Paypal,
        [
            .. Enumerable.Range(0, Orders).SelectMany(i =>
            {
                var (date, isEuro) = ($"03/{1 + i % 28:00}/2026,10:00:00,PDT", i % 5 == 0);
                List<string> rows = [$"{date},Ada {i % 9},Website Payment,Completed,{(isEuro ? "EUR" : "USD")},20.00,-0.98,19.02,b{i % 9}@example.org,T{i},"];
                if (isEuro) rows.AddRange([$"{date},,General Currency Conversion,Completed,EUR,-19.02,0.00,-19.02,,E{i},T{i}", $"{date},,General Currency Conversion,Completed,USD,20.73,0.00,20.73,,D{i},T{i}"]);
                if (i % 7 == 1) rows.Add($"{date},Ada {i % 9},Payment Refund,Completed,USD,-5.00,0.00,-5.00,,R{i},T{i}");
                return rows;
            }),
            "03/29/2026,10:00:00,PDT,,General Withdrawal,Completed,USD,-300.00,0.00,-300.00,,W1,",
            "03/29/2026,10:00:00,PDT,Bob,Website Payment,Completed,EUR,12.00,-0.60,11.40,,T901,",
            "03/29/2026,10:00:00,PDT,Bob,Website Payment,Completed,USD,12.00,-0.60,11.00,,T902,",
            "03/30/2026,10:00:00,PDT,Ada 1,Website Payment,Completed,USD,20.00,-0.98,19.02,,T1,",
        ]);

    /// <summary>Payments of a few payouts, one of them with a row of its own; one row twice, and some that are wrong.</summary>
    private static string StripeFile() => Files.Csv(
        Stripe,
        [
            .. Enumerable.Range(0, Orders).Select(i => $"txn_{i},2026-03-{1 + i % 28:00} 12:00:00,usd,10.00,0.59,9.41,charge,ch_{i},po_{i / 5}"),
            "txn_p,2026-03-30 12:00:00,usd,-47.05,0.00,-47.05,payout,po_2,",
            "txn_7,2026-03-08 12:00:00,usd,10.00,0.59,9.41,charge,ch_7,po_1",
            "txn_x,2026-03-08 12:00:00,usd,10.00,0.59,9.00,charge,ch_x,po_1",
            ",2026-03-08 12:00:00,usd,10.00,0.59,9.41,charge,ch_y,",
        ]);

    private static string SquareRow(int i) => i % 6 == 5
        ? $"03/{1 + i % 28:00}/26,10:00:00,Eastern Time (US & Canada),0.00,0.00,0.00,0.00,0.00,-3.00,-3.00,-3.00,0.00,0.00,0.00,0.00,-3.00,TX{i - 1},PAY{i},Refund"
        : $"03/{1 + i % 28:00}/26,10:00:00,Eastern Time (US & Canada),20.00,0.00,20.00,0.00,1.00,0.00,21.00,{(i % 4 == 0 ? "0.00,21.00" : "21.00,0.00")},0.00,0.00,{(i % 4 == 0 ? "0.00,21.00" : "-0.65,20.35")},TX{i},PAY{i},Payment";

    // Two rows of one checkout may say the same.
    private static IEnumerable<string> ShopifyRows(int i) => Enumerable.Repeat($"2026-03-{1 + i % 14:00} 10:00:00 -0500,charge,#{1000 + i},2026-03-20,20.00,0.88,19.12,c{i},USD,0.00", 1 + i % 3 / 2);

    private static IEnumerable<string> WoocommerceRows(int i)
    {
        yield return $"2026-03-{1 + i % 28:00} 10:00:00,{500 + i},{(i % 11 == 10 ? "failed" : "completed")},Ada {i},1× Mug {i % 3},1,24.00";
        if (i % 8 == 3) yield return $"2026-03-{1 + i % 28:00} 16:00:00,{500 + i},refunded,Ada {i},1× Mug {i % 3},-1,-6.00";
    }

    /// <summary>The five files of a month in one ZIP: orders with their items, some of them given back, fees, listings to the letter alike, deposits.</summary>
    private static byte[] EtsyFiles() => Packed.Zip(
        ("EtsySoldOrders.csv", Files.Csv("Sale Date,Order ID,Buyer User ID,Full Name,Number of Items,Ship Country,Currency,Order Value,Discount Amount,Shipping,Order Total,Buyer,SKU", [.. Enumerable.Range(0, Orders).Select(i =>
            $"03/{1 + i % 28:00}/26,{9000 + i},ada{i % 9},Ada {i % 9},2,United States,USD,30.00,{(i % 4 == 0 ? "3.00" : "0.00")},5.00,{(i % 4 == 0 ? "34.40" : "37.40")},Ada {i % 9} (ada{i % 9}),")])),
        ("EtsySoldOrderItems.csv", Files.Csv("Sale Date,Item Name,Buyer,Quantity,Price,Discount Amount,Order Shipping,Currency,Transaction ID,Order ID,SKU", [.. Enumerable.Range(0, Orders).SelectMany(i => (string[])
            [$"03/{1 + i % 28:00}/26,Mug,Ada {i % 9},1,10.00,{(i % 4 == 0 ? "1.00" : "0.00")},5.00,USD,{4000 + 2 * i},{9000 + i},MUG", $"03/{1 + i % 28:00}/26,Bowl,Ada {i % 9},1,{(i == 17 ? "twenty" : "20.00")},{(i % 4 == 0 ? "2.00" : "0.00")},5.00,USD,{4001 + 2 * i},{9000 + i},BOWL"])])),
        ("EtsyDirectCheckoutPayments.csv", Files.Csv("Payment ID,Buyer Username,Order ID,Gross Amount,Fees,Order Date,Funds Available,Refund Amount,Currency", [.. Enumerable.Range(0, Orders).Select(i =>
            $"P{i},ada{i % 9},{9000 + i},{(i % 4 == 0 ? "32.00" : "35.00")},1.30,03/{1 + i % 28:00}/26,04/02/26,{(i % 10 == 6 ? "10.00" : "0")},USD")])),
        ("etsy_statement.csv", Files.Csv("Date,Type,Title,Info,Currency,Amount,Fees & Taxes,Net,Tax Details", [.. Enumerable.Range(0, Orders).SelectMany(i => (string[])
            [
                $"\"March {1 + i % 28}, 2026\",Sale,Payment for Order #{9000 + i},,USD,$35.00,--,$35.00,--",
                $"\"March {1 + i % 28}, 2026\",Fee,Transaction fee: Mug,Order #{9000 + i},USD,--,-$2.28,-$2.28,--",
                $"\"March {1 + i % 28}, 2026\",Fee,Listing fee,Listing #{700 + i % 5},USD,--,-$0.20,-$0.20,--",
                $"\"March {1 + i % 28}, 2026\",Fee,Listing fee,Listing #{700 + i % 5},USD,--,-$0.20,-$0.20,--",
                .. i % 20 == 6 ? (string[])[$"\"March {2 + i % 28}, 2026\",Refund,Refund to buyer for Order #{9000 + i},,USD,-$10.00,--,-$10.00,--"] : [],
                .. i % 15 == 0 ? (string[])[$"\"March {1 + i % 28}, 2026\",Deposit,$25.00 sent to your bank account,,USD,--,--,--,--"] : [],
            ])])),
        ("EtsyDeposits.csv", Files.Csv("Date,Amount,Currency,Status,Bank Account Ending Digits", [.. Enumerable.Range(0, Orders).Where(i => i % 15 == 0).Select(i => $"\"March {1 + i % 28}, 2026\",25.00,USD,Paid,4321")])));

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
