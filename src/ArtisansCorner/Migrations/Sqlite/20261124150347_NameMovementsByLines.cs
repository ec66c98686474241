using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NameMovementsByLines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A movement that a line caused has the line's id, so that what it cost can be followed. Where a sale has the same thing in two lines, which is which is not known.
            migrationBuilder.Sql("""
                UPDATE "StockMovements" SET "Id" = (SELECT l."Id" FROM "SaleLines" l WHERE l."SaleId" = "StockMovements"."CauseId" AND l."VariantId" = "StockMovements"."VariantId")
                    WHERE "Reason" = 4 AND "Quantity" < 0
                    AND (SELECT COUNT(*) FROM "SaleLines" l WHERE l."SaleId" = "StockMovements"."CauseId" AND l."VariantId" = "StockMovements"."VariantId") = 1
                    AND NOT EXISTS (SELECT 1 FROM "SaleLines" l WHERE l."Id" = "StockMovements"."Id");
                UPDATE "StockMovements" SET
                        "ReturnsId" = (SELECT l."SaleLineId" FROM "RefundLines" l WHERE l."RefundId" = "StockMovements"."CauseId" AND l."VariantId" = "StockMovements"."VariantId"),
                        "Id" = (SELECT l."Id" FROM "RefundLines" l WHERE l."RefundId" = "StockMovements"."CauseId" AND l."VariantId" = "StockMovements"."VariantId")
                    WHERE "Reason" = 5 AND "Quantity" > 0 AND "ReturnsId" IS NULL
                    AND (SELECT COUNT(*) FROM "RefundLines" l WHERE l."RefundId" = "StockMovements"."CauseId" AND l."VariantId" = "StockMovements"."VariantId") = 1;
                """);
}

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
