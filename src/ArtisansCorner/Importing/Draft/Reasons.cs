namespace ArtisansCorner.Importing.Draft;

/// <summary>Why rows do not go in: the words that preview, API and the rejected file share.</summary>
internal static class Reasons
{
    public const string NoPrice = "no price";
    public const string NegativePrice = "negative price";
    public const string NoNumber = "no order number";
    public const string NoProduct = "no product";
    public const string BadDate = "not a date";
    public const string BadQuantity = "not a quantity";
    public const string BadAmount = "not an amount";
    public const string TooMuch = "more than can be counted";
    public const string NegativeAmount = "negative amount";
    public const string BadEmail = "not an e-mail address";
    public const string NoKind = "nothing that says what it is";
    public const string BadKind = "neither sale nor refund";
    public const string DiscountTooLarge = "discount larger than the price";
    public const string Contradicts = "differs from another row of its order";
    public const string TooLong = "text too long";
    public const string TooManyCells = "more cells than headings";
    public const string OtherCurrency = "another currency than the shop's";
    public const string DoesNotAddUp = "its amounts do not add up";
    public const string HeadingsAgain = "the headings once more";
    public const string OtherTable = "part of another table below the first: bring it as a file of its own";
    public const string Total = "a total, not a row of its own";
    public const string RowTwice = "this row is in the file twice";
    public const string NotBooked = "it changed no balance: it waits, was called off, or is told for information";
    public const string NotPaidOut = "not paid out, or not yet";
    public const string NotThroughAccount = "paid in cash or otherwise: Square kept no fee of it and pays nothing out";
    public const string NeverPaid = "never paid, so nothing was sold";
    public const string CalledOff = "called off or never paid, as its status says, so nothing was sold";
    public const string GivenBack = "its status says that it was given back, not when";
    public const string GiftCard = "a gift card: it becomes a sale when it is spent";
    public const string Tip = "a tip: it is no sale";
    public const string SumsOfDays = "sums of a day, not orders; in WooCommerce take Analytics, Orders, Download instead";
    public const string NoName = "no name";
    public const string CodeTwice = "this code is in the file twice";
    public const string TooManyVariants = "more than 250 variants";
    public const string NoVariation = "nothing of it can be chosen";
    public const string BadStatus = "not a way to offer a product";
    public const string NobodyNamed = "neither e-mail nor number of the customer";
    public const string OtherVersion = "written by another version of this program";
    public const string NotAsWritten = "not what was written there";
    public const string BadUnit = "not a unit that we know";
    public const string NoConversion = "nothing says how much one bought unit holds";
    public const string UnitMisfit = "a unit that does not fit";
    public const string UnknownCode = "no product or material has this code";
    public const string NoCode = "no code";
    public const string NoCategory = "neither who was paid nor what for";
    public const string DayOutOfReach = "a day too long ago, or too far away";
    public const string NothingSpent = "nothing was spent";
    public const string MoneyBack = "money that came back, where other rows were spent";
    public const string TaxTooLarge = "more tax than there is";
    public const string ClosedPeriod = "it came in a period that is closed";
    public const string MoreGivenBack = "more given back than was sold";
    public const string SheetError = "a formula failed in this cell";
    public const string OrderSpoiled = "another row of its order is wrong";
}
