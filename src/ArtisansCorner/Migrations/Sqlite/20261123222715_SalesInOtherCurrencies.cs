using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SalesInOtherCurrencies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Sales_ShopId_ChannelId_ExternalId",
                table: "Sales");

            migrationBuilder.AddColumn<byte[]>(
                name: "CorrectedById",
                table: "Sales",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ExchangeRate",
                table: "Sales",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OriginalCurrency",
                table: "Sales",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OriginalMarketplaceTax",
                table: "Sales",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OriginalOrderDiscount",
                table: "Sales",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OriginalShipping",
                table: "Sales",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OriginalShippingDiscount",
                table: "Sales",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OriginalTax",
                table: "Sales",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PaidBy",
                table: "Sales",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "CorrectedById",
                table: "SaleLines",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OriginalDiscount",
                table: "SaleLines",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OriginalOrderDiscountShare",
                table: "SaleLines",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OriginalUnitPrice",
                table: "SaleLines",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "CorrectedById",
                table: "Fees",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OriginalAmount",
                table: "Fees",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Corrections",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ShopId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SaleId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    NewSaleId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RecordedThrough = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Corrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Corrections_Sales_SaleId",
                        column: x => x.SaleId,
                        principalTable: "Sales",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Sales_CorrectedById",
                table: "Sales",
                column: "CorrectedById",
                filter: "\"CorrectedById\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Sales_ShopId_ChannelId_ExternalId",
                table: "Sales",
                columns: new[] { "ShopId", "ChannelId", "ExternalId" },
                unique: true,
                filter: "\"CorrectedById\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_SaleId",
                table: "Corrections",
                column: "SaleId");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_ShopId_NewSaleId",
                table: "Corrections",
                columns: new[] { "ShopId", "NewSaleId" });

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_ShopId_SaleId",
                table: "Corrections",
                columns: new[] { "ShopId", "SaleId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Corrections");

            migrationBuilder.DropIndex(
                name: "IX_Sales_CorrectedById",
                table: "Sales");

            migrationBuilder.DropIndex(
                name: "IX_Sales_ShopId_ChannelId_ExternalId",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "CorrectedById",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "ExchangeRate",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "OriginalCurrency",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "OriginalMarketplaceTax",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "OriginalOrderDiscount",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "OriginalShipping",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "OriginalShippingDiscount",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "OriginalTax",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "PaidBy",
                table: "Sales");

            migrationBuilder.DropColumn(
                name: "CorrectedById",
                table: "SaleLines");

            migrationBuilder.DropColumn(
                name: "OriginalDiscount",
                table: "SaleLines");

            migrationBuilder.DropColumn(
                name: "OriginalOrderDiscountShare",
                table: "SaleLines");

            migrationBuilder.DropColumn(
                name: "OriginalUnitPrice",
                table: "SaleLines");

            migrationBuilder.DropColumn(
                name: "CorrectedById",
                table: "Fees");

            migrationBuilder.DropColumn(
                name: "OriginalAmount",
                table: "Fees");

            migrationBuilder.CreateIndex(
                name: "IX_Sales_ShopId_ChannelId_ExternalId",
                table: "Sales",
                columns: new[] { "ShopId", "ChannelId", "ExternalId" },
                unique: true);
        }
    }
}
