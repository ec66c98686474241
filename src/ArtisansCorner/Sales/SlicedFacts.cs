using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;

namespace ArtisansCorner.Sales;

/// <summary>The facts that are in a slice: the one place that says what each filter means, for lists and for figures.</summary>
public static class SlicedFacts
{
    /// <summary>Sales in the slice; where pieces are asked for, those with at least one such piece.</summary>
    public static IQueryable<Sale> SalesIn(this AppDb db, SaleSlice slice)
    {
        var sales = db.OrdersIn(slice);
        if (!slice.IsOfPieces) return sales;
        var lines = db.PiecesIn(slice);
        return sales.Where(sale => lines.Any(line => line.SaleId == sale.Id));
    }

    /// <summary>Lines of sales in the slice.</summary>
    public static IQueryable<SaleLine> LinesIn(this AppDb db, SaleSlice slice)
    {
        var lines = db.PiecesIn(slice);
        if (!slice.IsOfOrders) return lines;
        var sales = db.OrdersIn(slice);
        return lines.Where(line => sales.Any(sale => sale.Id == line.SaleId));
    }

    /// <summary>Refunds in the slice, by the sale they are of, and by channel and buyer also where that is not known.</summary>
    public static IQueryable<Refund> RefundsIn(this AppDb db, SaleSlice slice)
    {
        IQueryable<Refund> refunds = db.Refunds;
        if (slice.Channel is not null)
        {
            var channels = db.ChannelsCalled(slice.Channel);
            refunds = refunds.Where(refund => channels.Any(channel => channel.Id == refund.ChannelId));
        }

        if (slice.Customer is { } customer) refunds = refunds.Where(refund => refund.CustomerId == customer);
        if (slice.Country is not null)
        {
            var buyers = db.BuyersIn(slice.Country);
            refunds = refunds.Where(refund => buyers.Any(buyer => buyer.Id == refund.CustomerId));
        }

        if (slice.Buyers is null) return refunds;
        var sales = db.SalesBy(slice.Buyers);
        return refunds.Where(refund => sales.Any(sale => sale.Id == refund.SaleId));
    }

    /// <summary>Lines of refunds in the slice.</summary>
    public static IQueryable<RefundLine> RefundLinesIn(this AppDb db, SaleSlice slice)
    {
        IQueryable<RefundLine> lines = db.RefundLines;
        if (slice.IsOfPieces)
        {
            var variants = db.VariantsIn(slice);
            lines = lines.Where(line => variants.Any(variant => variant.Id == line.VariantId));
        }

        if (!slice.IsOfOrders) return lines;
        var refunds = db.RefundsIn(slice);
        return lines.Where(line => refunds.Any(refund => refund.Id == line.RefundId));
    }

    /// <summary>Fees in the slice: by their channel, and by the sale they were kept of where more is asked.</summary>
    public static IQueryable<Fee> FeesIn(this AppDb db, SaleSlice slice)
    {
        IQueryable<Fee> fees = db.Fees;
        if (slice.Channel is not null)
        {
            var channels = db.ChannelsCalled(slice.Channel);
            fees = fees.Where(fee => channels.Any(channel => channel.Id == fee.ChannelId));
        }

        var ofBuyers = slice with { Channel = null };
        if (!ofBuyers.IsOfOrders) return fees;
        var sales = db.OrdersIn(ofBuyers);
        return fees.Where(fee => sales.Any(sale => sale.Id == fee.SaleId));
    }

    private static IQueryable<Sale> OrdersIn(this AppDb db, SaleSlice slice)
    {
        var sales = db.SalesBy(slice.Buyers);
        if (slice.Channel is not null)
        {
            var channels = db.ChannelsCalled(slice.Channel);
            sales = sales.Where(sale => channels.Any(channel => channel.Id == sale.ChannelId));
        }

        if (slice.Customer is { } customer) sales = sales.Where(sale => sale.CustomerId == customer);
        if (slice.Country is null) return sales;
        var buyers = db.BuyersIn(slice.Country);
        return sales.Where(sale => buyers.Any(buyer => buyer.Id == sale.CustomerId));
    }

    private static IQueryable<Sale> SalesBy(this AppDb db, Buyers? buyers)
    {
        IQueryable<Sale> sales = db.Sales;
        return buyers switch
        {
            Buyers.New => db.Sales.Where(sale => sale.CustomerId != null && !sales.Any(earlier => earlier.CustomerId == sale.CustomerId && earlier.Day < sale.Day)),
            Buyers.Returning => db.Sales.Where(sale => sale.CustomerId != null && sales.Any(earlier => earlier.CustomerId == sale.CustomerId && earlier.Day < sale.Day)),
            _ => sales,
        };
    }

    private static IQueryable<SaleLine> PiecesIn(this AppDb db, SaleSlice slice)
    {
        if (!slice.IsOfPieces) return db.SaleLines;
        var variants = db.VariantsIn(slice);
        return db.SaleLines.Where(line => variants.Any(variant => variant.Id == line.VariantId));
    }

    private static IQueryable<Variant> VariantsIn(this AppDb db, SaleSlice slice)
    {
        IQueryable<Variant> variants = db.Variants;
        if (slice.Variant is { } only) variants = variants.Where(variant => variant.Id == only);
        if (slice.Product is { } product) variants = variants.Where(variant => variant.ProductId == product);
        if (slice.Maker is not { } maker) return variants;
        var products = db.Products;
        return variants.Where(variant => products.Any(product => product.Id == variant.ProductId && product.MakerId == maker));
    }

    private static IQueryable<Channel> ChannelsCalled(this AppDb db, string name)
    {
        var key = Channel.KeyOf(name);
        return db.Channels.Where(channel => channel.Key == key);
    }

    private static IQueryable<Customer> BuyersIn(this AppDb db, string country) => db.Customers.Where(customer => customer.Country == country);
}
